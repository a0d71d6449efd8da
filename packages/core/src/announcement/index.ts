export * as Announcement from "./announcement.ts";
