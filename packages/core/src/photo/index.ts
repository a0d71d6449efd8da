export * as Photo from "./photo.ts";
