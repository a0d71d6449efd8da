/** Answers that the API describes within a route, where no name of theirs can be imported. */
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
