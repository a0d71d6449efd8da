import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";

/** What one kind of request has consumed. */
export interface Consumption {
  requests: number;
  writeUnits: number;
  readUnits: number;
}

/**
 * Units that the store says it has consumed, items and indexes together.
 *
 * A write that fails its condition also costs units on AWS, but no answer names them: they are not counted.
 */
export interface Meter {
  writeUnits: number;
  readUnits: number;
  /** By command, such as `TransactWriteItems`. */
  operations: Record<string, Consumption>;
}

/** A meter at zero. */
export const newMeter = (): Meter => ({ writeUnits: 0, readUnits: 0, operations: {} });

interface Consumed {
  CapacityUnits?: number;
  ReadCapacityUnits?: number;
  WriteCapacityUnits?: number;
}

const metered = /^(Batch|Transact|Get|Put|Update|Delete)(Get|Write)?Items?Command$|^(Query|Scan)Command$/;
const reading = /^(BatchGet|TransactGet|Get|Query|Scan)/;

/** Asks every answer of the client for the units consumed and adds them to the meter. */
export function attachMeter(client: DynamoDBClient, meter: Meter): void {
  client.middlewareStack.add(
    (next, context) => async (args) => {
      const command = context.commandName ?? "";
      if (!metered.test(command)) return next(args);
      const result = await next({ ...args, input: { ...args.input, ReturnConsumedCapacity: "TOTAL" } });
      meterAnswer(meter, command.replace(/Command$/, ""), result.output);
      return result;
    },
    { step: "initialize", name: "meterUnits" },
  );
}

/** Adds what one answer says was consumed. @param operation - such as `TransactWriteItems` */
export function meterAnswer(meter: Meter, operation: string, answer: object): void {
  const { ConsumedCapacity } = answer as { ConsumedCapacity?: Consumed | Consumed[] };
  record(meter, operation, [ConsumedCapacity ?? []].flat());
}

function record(meter: Meter, operation: string, consumed: readonly Consumed[]): void {
  meter.operations[operation] ??= { requests: 0, writeUnits: 0, readUnits: 0 };
  const row = meter.operations[operation];
  row.requests += 1;
  for (const { CapacityUnits = 0, ReadCapacityUnits, WriteCapacityUnits } of consumed) {
    // A transaction that is answered from its token reports read units although it is a write.
    const split = ReadCapacityUnits !== undefined || WriteCapacityUnits !== undefined;
    const readUnits = split ? (ReadCapacityUnits ?? 0) : reading.test(operation) ? CapacityUnits : 0;
    const writeUnits = split ? (WriteCapacityUnits ?? 0) : reading.test(operation) ? 0 : CapacityUnits;
    row.readUnits += readUnits;
    row.writeUnits += writeUnits;
    meter.readUnits += readUnits;
    meter.writeUnits += writeUnits;
  }
}
