/** What the way between two places takes when nothing else is set: across a city, with time to change. @source docs/domain.md A6 */
export const TRAVEL_MINUTES = 60;
