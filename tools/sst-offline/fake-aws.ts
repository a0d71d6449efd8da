import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";

const BOOTSTRAP = {
  version: 5,
  asset: "sst-asset-offline",
  state: "sst-state-offline",
  assetEcrRegistryId: "123456789012",
  assetEcrUrl: "offline",
};

/** What `sst diff` asks AWS itself for: parameters of its bootstrap, and its state, which is empty. */
export async function openFakeAws(): Promise<{ url: string; close: () => void }> {
  const parameters = new Map([["/sst/bootstrap", JSON.stringify(BOOTSTRAP)]]);
  const objects = new Map<string, string>();
  const server = createServer((request, response) => {
    const target = request.headers["x-amz-target"];
    const answering = target
      ? parameter(parameters, String(target), request, response)
      : object(objects, request, response);
    answering.catch((error: unknown) => response.writeHead(500).end(String(error)));
  });
  await new Promise<void>((listening) => void server.listen(0, "127.0.0.1", listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

async function parameter(all: Map<string, string>, target: string, request: IncomingMessage, response: ServerResponse) {
  const { Name, Value } = JSON.parse(await text(request)) as { Name: string; Value: string };
  response.setHeader("content-type", "application/x-amz-json-1.1");
  const known = all.get(Name);
  if (target === "AmazonSSM.PutParameter") {
    all.set(Name, Value);
    response.end(JSON.stringify({ Version: 1, Tier: "Standard" }));
  } else if (target === "AmazonSSM.GetParameter" && known !== undefined) {
    response.end(JSON.stringify({ Parameter: { Name, Type: "String", Value: known, Version: 1 } }));
  } else response.writeHead(400).end(JSON.stringify({ __type: "ParameterNotFound", message: Name }));
}

async function object(all: Map<string, string>, request: IncomingMessage, response: ServerResponse) {
  const [key = ""] = (request.url ?? "").split("?");
  const body = await text(request);
  const found = all.get(key);
  if (request.method === "PUT") {
    all.set(key, body);
    response.end();
  } else if (request.method === "DELETE") {
    all.delete(key);
    response.writeHead(204).end();
  } else if (found !== undefined) response.end(found);
  else {
    response.writeHead(404, { "content-type": "application/xml" });
    response.end(`<?xml version="1.0"?><Error><Code>NoSuchKey</Code><Message>none</Message><Key>${key}</Key></Error>`);
  }
}
