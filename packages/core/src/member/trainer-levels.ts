/** From the lowest to the highest: 初级, 中级, 高级. */
export const TRAINER_LEVELS = ["junior", "intermediate", "senior"] as const;
