/** The made-up branch company: departments with their posts and the branches in which their party members are. */
export const DEPARTMENTS = [
  { name: "综合部", people: 18, posts: ["综合文员"], branches: ["机关党支部"] },
  { name: "人力资源部", people: 12, posts: ["人事专员"], branches: ["机关党支部"] },
  { name: "财务部", people: 14, posts: ["财务会计"], branches: ["机关党支部"] },
  { name: "市场部", people: 22, posts: ["市场策划"], branches: ["市场党支部"] },
  { name: "政企客户部", people: 30, posts: ["政企经理", "客户经理"], branches: ["政企客户党支部"] },
  { name: "客户服务部", people: 34, posts: ["客服代表"], branches: ["客户服务党支部"] },
  { name: "网络运维部", people: 42, posts: ["网络维护员", "机房值班员"], branches: ["网络运维党支部"] },
  { name: "信息化部", people: 20, posts: ["信息化工程师"], branches: ["信息化党支部"] },
  { name: "渠道销售部", people: 38, posts: ["营业员", "营业员", "营业主管"], branches: ["海陵党支部", "高港党支部"] },
  { name: "装维中心", people: 30, posts: ["装维工程师"], branches: ["海陵党支部", "姜堰党支部"] },
] as const;

export const TEAMS = ["3G达人", "信息化专家", "通信保障", "爱心奉献", "主题服务"] as const;

/** Which posts' holders may work a post's shift. */
export const COVERABLE_BY: Record<string, readonly string[]> = {
  营业员: ["营业主管", "客服代表"],
  营业主管: ["营业员"],
  客服代表: ["营业员", "客户经理"],
  装维工程师: ["网络维护员"],
  网络维护员: ["机房值班员", "装维工程师"],
  机房值班员: ["网络维护员"],
};

/** Work rotas: on `on` days of each `cycle`, in turns; a turn that ends at or before its start ends on the next day. */
export const ROTAS: Record<string, { on: number; cycle: number; turns: readonly (readonly [string, string])[] }> = {
  营业员: {
    on: 5,
    cycle: 7,
    turns: [
      ["08:00", "14:00"],
      ["12:00", "20:00"],
    ],
  },
  营业主管: { on: 5, cycle: 7, turns: [["08:00", "17:00"]] },
  客服代表: {
    on: 5,
    cycle: 7,
    turns: [
      ["08:00", "16:00"],
      ["14:00", "22:00"],
    ],
  },
  装维工程师: { on: 5, cycle: 7, turns: [["08:30", "17:30"]] },
  网络维护员: { on: 5, cycle: 7, turns: [["08:00", "17:00"]] },
  机房值班员: {
    on: 2,
    cycle: 4,
    turns: [
      ["08:00", "20:00"],
      ["20:00", "08:00"],
    ],
  },
};
