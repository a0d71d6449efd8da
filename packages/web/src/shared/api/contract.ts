export interface CalendarAddress {
  url?: string | undefined;
}

export interface Screen {
  code: string;
  url: string;
  svg: string;
  validUntil: string;
  upcoming: { code: string; url: string; svg: string; validFrom: string }[];
  arrived: number;
  expected: number;
  latest: { name: string; at: string }[];
}

export interface Certificate {
  id: string;
  honour: string;
  year: number;
  status: "issued" | "revoked";
  issuedOn: string;
  code: string;
  verificationUrl: string;
}

interface Picture {
  url: string;
  width: number;
  height: number;
}

/** A photo that somebody sent with a diary or a request for leave. */
export interface KeptPhoto {
  id: string;
  name: string;
  status: "uploading" | "processing" | "ready" | "rejected";
  addedBy: string;
  addedAt: string;
  photo?: (Picture & { thumbnail: Picture }) | undefined;
  rejected?: { reason: string; text: { "zh-CN": string; en: string } } | undefined;
}

export interface PhotoForm {
  material: KeptPhoto;
  form: { url: string; fields: Record<string, string> };
  expiresAt: string;
}
