const LINES = {
  title: "“红红火火过国庆”社区文明共建与便民服务进广场系列活动（第三十二期）：检修宽带、讲解手机、陪伴老人、清扫楼道",
  place: "江苏省泰州市海陵区城中街道文化广场东侧便民服务大厅二楼会议室（乘电梯上楼右转，凭工作证进入）",
} as const;

/** The longest that people write into a field. */
export const lineOf = (field: keyof typeof LINES): string => LINES[field];
