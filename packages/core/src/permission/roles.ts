/** What somebody can be on the roster; the last two are everybody. */
export const ROLES = [
  "administrator",
  "alliance",
  "committee",
  "organizer",
  "branchSecretary",
  "teamLead",
  "customerService",
  "auditor",
  "volunteer",
  "employee",
] as const;
