/** The demo's roles, by employee number in the example roster. */
export const CAST = {
  administrator: "000275",
  alliance: "000102",
  organizer: "000106",
  customerService: "000198",
  teamLead: "000123",
} as const;

/** The audience of the first activity: branches with the employee number of their secretary. */
export const BRANCHES = { 客户服务党支部: "000197", 海陵党支部: "000293" } as const;
