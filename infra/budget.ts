import { installation, prefix, traits } from "./deployment.ts";

const notify = (notificationType: "ACTUAL" | "FORECASTED", threshold: number) => ({
  notificationType,
  threshold,
  thresholdType: "PERCENTAGE",
  comparisonOperator: "GREATER_THAN",
  subscriberEmailAddresses: [installation.alarmEmail],
});

/** Of the whole account: a budget by tag sees nothing until somebody has activated the tag for billing. */
new aws.budgets.Budget("Budget", {
  name: `${prefix}-monthly`,
  budgetType: "COST",
  timeUnit: "MONTHLY",
  limitAmount: String(installation.monthlyBudget),
  limitUnit: traits.currency,
  notifications: [notify("ACTUAL", 80), notify("FORECASTED", 100)],
});
