import type { Exported } from "./export-machine.ts";
import type { Manifest } from "./manifest.ts";
import { counted } from "./report.ts";

const STATUSES_OVER: readonly string[] = ["done", "cancelled", "withdrawn"];
const openOnes = (statuses: Record<string, number>) =>
  counted(Object.fromEntries(Object.entries(statuses).filter(([status]) => !STATUSES_OVER.includes(status))));

const secretsLine = (path: string | undefined): string =>
  path
    ? `  密钥 secrets: ${path}   sst secret load ${path} --stage <stage>   载入后请删除 / delete it afterwards`
    : "  未含密钥 / without the secrets: 回访链接、证书校验与登录在新装置上将失效 / survey links in people's hands, certificates' seals and sign-ins will not work on the other side. Use --secrets.";

const closedLine = (final: boolean): string =>
  final
    ? "  本机已停用 / this machine sends nothing any more. 恢复 / way back: npm start -- --unlock"
    : "  本机仍可启动 / this machine can still be started: 正式迁移请用 --final / use --final for the move itself, or both will send.";

/** Remaining manual steps: what an export cannot contain. */
function restLines({ manifest: { source, final }, secretsPath }: Exported): string[] {
  if (source.kind === "machine") return [secretsLine(secretsPath), closedLine(final)];
  return [
    `  来源 from: ${source.alliance}, ${source.ledger}   只读 / they were only read`,
    `  不含文件 / without the files: 请复制存储桶 / copy the bucket: aws s3 sync s3://${source.bucket ?? "<bucket>"} s3://<new bucket>`,
    "  未含密钥 / without the secrets: sst secret list --stage <stage>   新装置须用同样的密钥 / the other side needs the same ones.",
  ];
}

const countsLine = ({ alliance, ledger, files }: Manifest): string =>
  `  条数 items: ${alliance.items} Alliance, ${ledger.items} Ledger   文件 files: ${files.count}`;

/** Contents of an export and the remaining steps, line by line, in Chinese and English. */
export function summaryOf(exported: Exported): string[] {
  const { manifest, folder } = exported;
  const { alliance, points, leftBehind } = manifest;
  return [
    `已导出 / exported: ${manifest.name} → ${folder}`,
    countsLine(manifest),
    `  在办 open: ${openOnes(alliance.activities)}   评优 award runs: ${openOnes(alliance.awardRuns)}`,
    `  账本 ledger: ${points.accounts} accounts, ${points.entries} entries, ${points.roots} roots, all computed again`,
    `  留下 left behind: ${counted(leftBehind)}   已发消息 inbox, 执行历史 histories of executions`,
    ...restLines(exported),
  ];
}
