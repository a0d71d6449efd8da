import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const SCRIPT = fileURLToPath(new URL("../../tools/verify-ledger.py", import.meta.url));

/** Runs the script once for each list of arguments on standard input, in one process. */
const MANY = `
import contextlib, importlib.util, io, json, sys
spec = importlib.util.spec_from_file_location("verifier", sys.argv[1])
verifier = importlib.util.module_from_spec(spec)
sys.dont_write_bytecode = True
spec.loader.exec_module(verifier)
verdicts = []
for arguments in json.load(sys.stdin):
    sys.argv[1:], said = arguments, io.StringIO()
    with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
        code = verifier.main()
    verdicts.append({"code": code, "said": said.getvalue()})
print(json.dumps(verdicts))
`;

type Content = string | Uint8Array;

/** What the verifier came to. */
export interface Verdict {
  /** 0 when all is as it should be, 1 when something differs, 2 when a file cannot be read. */
  code: number;
  said: string;
}

/** The independent verifier, on files of given contents: the ledger's first, then standings. */
export function openVerifier() {
  const directory = mkdtempSync(join(tmpdir(), "yigong-ledger-"));
  let written = 0;
  const write = (content: Content): string => {
    written += 1;
    const path = join(directory, `${written}.jsonl`);
    writeFileSync(path, content);
    return path;
  };
  return {
    /** Runs it as anybody would. */
    verify: (files: readonly Content[], ...options: string[]): Promise<Verdict> =>
      python([SCRIPT, ...files.map(write), ...options]),
    /** Runs it on many exports, without starting it each time. */
    async verifyAll(exports: readonly (readonly Content[])[], ...options: string[]): Promise<Verdict[]> {
      const runs = exports.map((files) => [...files.map(write), ...options]);
      return JSON.parse((await python(["-c", MANY, SCRIPT], JSON.stringify(runs))).said);
    },
    close: () => rmSync(directory, { recursive: true, force: true }),
  };
}

const python = (args: readonly string[], input = ""): Promise<Verdict> =>
  new Promise((resolve, reject) => {
    const child = execFile("python3", [...args], { maxBuffer: 1 << 28 }, (error, stdout, stderr) => {
      if (error && typeof error.code !== "number") reject(error);
      else resolve({ code: typeof error?.code === "number" ? error.code : 0, said: stdout + stderr });
    });
    child.stdin?.end(input);
  });
