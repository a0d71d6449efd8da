import { catalogue } from "../language/catalogue.ts";

/** Why a row of a roster or shift file is bad; `rows` are the numbers of the other rows. */
export const rosterWords = catalogue({
  "zh-CN": {
    "roster.batch.previewed": "待应用",
    "roster.batch.applying": "正在应用",
    "roster.batch.applied": "已应用",
    "roster.batch.undoing": "正在撤销",
    "roster.batch.undone": "已撤销",
    "roster.state.joins": "新增",
    "roster.state.changes": "变更",
    "roster.state.transfers": "调动",
    "roster.state.leaves": "离开",
    "roster.state.adds": "新增班次",
    "roster.state.removes": "取消班次",
    "roster.state.unchanged": "无变化",
    "roster.state.bad": "有误",
    "roster.problem.missing": "“{{column}}”列必填，不能为空；填写如：{{choices}}。",
    "roster.problem.employee_number_invalid": "工号只能由 1–32 位字母、数字、- 和 _ 组成。",
    "roster.problem.employee_number_not_text":
      "工号是数字单元格，前导零可能已丢失；请将该列设为文本后重新填写全部位数。若确实没有前导零，上传时请加参数 {{option}}。",
    "roster.problem.employee_number_zeros_lost":
      "工号可能丢失了前导零：应为 {{limit}} 位，此处也许是 {{choices}}。请从原系统重新导出，不要用电子表格打开文本文件再保存，或将该列设为文本后补全。若确实无误，上传时请加参数 {{option}}。",
    "roster.problem.year_out_of_range": "年份须在 {{limit}} 之间；没有日期时请留空，不要写 9999-12-31 之类的日期。",
    "roster.problem.employee_number_twice": "工号重复，另见第 {{rows}} 行。",
    "roster.problem.employee_number_unknown": "名册中没有这个工号；排在它前后的有：{{choices}}。",
    "roster.problem.member_left": "此人自 {{limit}} 起已不在职。",
    "roster.problem.too_long": "内容过长：最多 {{limit}} 字。",
    "roster.problem.political_status_unknown": "无法识别的政治面貌；可填：{{choices}}。",
    "roster.problem.date_invalid": "没有这一天，或写法无法识别；可写作 {{choices}}。",
    "roster.problem.date_in_future": "日期不能晚于今天（{{limit}}）。",
    "roster.problem.yes_no_unknown": "只能填：{{choices}}；留空等于否。",
    "roster.problem.mobile_invalid": "手机号无法识别；须为 {{limit}} 个数字、空格或短横，前面可加 +。",
    "roster.problem.email_invalid":
      "邮箱地址无法识别；须形如 {{choices}}，@ 前最多 {{limit}} 个字符，不含空格、逗号、分号和尖括号。",
    "roster.problem.account_invalid":
      "账号只能由字母、数字和 _ - . @ : $ 组成；请填办公系统里的账号，不是姓名、手机号或备注。",
    "roster.problem.account_twice": "同一账号只能属于 1 个人，另见第 {{rows}} 行。",
    "roster.problem.role_unknown": "无法识别的角色；可填：{{choices}}。",
    "roster.problem.role_without_team": "分队长须在“分队”列填写至少 1 个分队；本文件中有：{{choices}}。",
    "roster.problem.role_without_branch": "支部书记须在“支部”列填写所属支部；本文件中有：{{choices}}。",
    "roster.problem.head_twice": "同一岗位或部门只能有 1 名负责人，另见第 {{rows}} 行。",
    "roster.problem.role_not_volunteer": "角色为志愿者的，须在“入盟日期”列填写日期。",
    "roster.problem.branch_missing": "党员须在“支部”列填写所属支部；本文件中有：{{choices}}。",
    "roster.problem.trainer_not_volunteer": "内训师都是志愿者，须在“入盟日期”列填写日期。",
    "roster.problem.no_administrator": "导入后将没有任何管理员；请在“角色”列至少保留 1 名。",
    "roster.problem.time_invalid": "时间无法识别；可写作 {{choices}}。",
    "roster.problem.end_not_after_start": "结束时间须晚于开始时间（{{limit}}）。",
    "roster.problem.longer_than_24_hours": "一个班次不能超过 {{limit}} 小时。",
    "roster.problem.post_unknown": "没有这个岗位；最接近的有：{{choices}}（名册中共 {{limit}} 个岗位）。",
    "roster.problem.shift_overlaps": "与此人在第 {{rows}} 行的班次重叠；同一时间只能有 1 个班次。",
    "roster.problem.shift_overlaps_stored": "与此人已有的班次（{{limit}}）重叠，而该班次不在本文件的日期范围内。",
  },
  en: {
    "roster.batch.previewed": "previewed",
    "roster.batch.applying": "being applied",
    "roster.batch.applied": "applied",
    "roster.batch.undoing": "being undone",
    "roster.batch.undone": "undone",
    "roster.state.joins": "joins",
    "roster.state.changes": "changes",
    "roster.state.transfers": "transfers",
    "roster.state.leaves": "leaves",
    "roster.state.adds": "adds a shift",
    "roster.state.removes": "removes a shift",
    "roster.state.unchanged": "unchanged",
    "roster.state.bad": "bad",
    "roster.problem.missing": "The column “{{column}}” may not be empty; enter for example {{choices}}.",
    "roster.problem.employee_number_invalid": "An employee number has 1 to 32 letters, digits, - and _.",
    "roster.problem.employee_number_not_text":
      "This is a number cell and may have lost leading zeros; make the column text and enter all digits again. If there are no zeros, upload with {{option}}.",
    "roster.problem.employee_number_zeros_lost":
      "Leading zeros may be lost: the number should have {{limit}} digits, here maybe {{choices}}. Export the file again without opening and saving the .csv in a spreadsheet, or make the column text and fill them in. If it is right, upload with {{option}}.",
    "roster.problem.year_out_of_range":
      "The year must be within {{limit}}; leave the cell empty where there is no date, instead of 9999-12-31 or the like.",
    "roster.problem.employee_number_twice": "The employee number is there more than once, also in row {{rows}}.",
    "roster.problem.employee_number_unknown":
      "Nobody on the roster has this employee number; next to it are {{choices}}.",
    "roster.problem.member_left": "This person has left and is not employed from {{limit}} on.",
    "roster.problem.too_long": "The text is too long: at most {{limit}} characters.",
    "roster.problem.political_status_unknown": "Unknown political status; choose from {{choices}}.",
    "roster.problem.date_invalid":
      "There is no such day, or it is not written in a known form; write it like {{choices}}.",
    "roster.problem.date_in_future": "The date may not be later than today ({{limit}}).",
    "roster.problem.yes_no_unknown": "Choose from {{choices}}; empty is 否 (no).",
    "roster.problem.mobile_invalid":
      "Not a mobile number: {{limit}} digits, blanks or hyphens, with + in front if need be.",
    "roster.problem.email_invalid":
      "Not an e-mail address: like {{choices}}, at most {{limit}} characters before the @, no blanks, commas, semicolons or angle brackets.",
    "roster.problem.account_invalid":
      "An account has letters, digits and _ - . @ : $ only; enter the user id of the office system, not a name or a note.",
    "roster.problem.account_twice": "An account belongs to 1 person, but it is also in row {{rows}}.",
    "roster.problem.role_unknown": "Unknown role; choose from {{choices}}.",
    "roster.problem.role_without_team":
      "A team lead needs at least 1 team in the column 分队; this file has {{choices}}.",
    "roster.problem.role_without_branch":
      "A branch secretary needs a branch in the column 支部; this file has {{choices}}.",
    "roster.problem.head_twice": "A post or department has 1 head, but there is another in row {{rows}}.",
    "roster.problem.role_not_volunteer": "The role is volunteer, so the column 入盟日期 needs a date.",
    "roster.problem.branch_missing": "A party member needs a branch in the column 支部; this file has {{choices}}.",
    "roster.problem.trainer_not_volunteer": "Every trainer is a volunteer, so the column 入盟日期 needs a date.",
    "roster.problem.no_administrator":
      "After this import nobody would be administrator; keep at least 1 in the column 角色.",
    "roster.problem.time_invalid": "Not a time; write it like {{choices}}.",
    "roster.problem.end_not_after_start": "The end must be later than the start ({{limit}}).",
    "roster.problem.longer_than_24_hours": "A shift cannot be longer than {{limit}} hours.",
    "roster.problem.post_unknown": "There is no such post; nearest are {{choices}} (of {{limit}} on the roster).",
    "roster.problem.shift_overlaps": "It overlaps this person's shift in row {{rows}}; a person has 1 shift at a time.",
    "roster.problem.shift_overlaps_stored":
      "It overlaps a stored shift of this person ({{limit}}) that is outside the days of this file.",
  },
});
