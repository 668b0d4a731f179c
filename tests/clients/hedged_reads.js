// Asks both replicas of the query service for their status, some times in turn: hedged_reads.js SERVICE_CONFIG ADDRESS,ADDRESS.
// Prints "connected" once both have answered, then reads a line of its standard input before each further call, and prints its code.
const fs = require("fs");
const path = require("path");
const readline = require("readline");
const grpc = require("@grpc/grpc-js");
const loader = require("@grpc/proto-loader");

const definition = loader.loadSync("annals/v1/query_service.proto", { includeDirs: [path.join(__dirname, "../../proto")], enums: String });
const { QueryService } = grpc.loadPackageDefinition(definition).annals.v1;
const [config, addresses] = process.argv.slice(2);
const client = new QueryService(`ipv4:${addresses}`, grpc.credentials.createInsecure(),
  { "grpc.service_config": fs.readFileSync(config, "utf8"), "grpc.enable_retries": 1 });

// The code, and which replica answered.
const ask = () => new Promise((resolve) => {
  const call = client.GetStatus({}, { deadline: Date.now() + 20000 }, (error) => resolve({ code: error ? error.code : 0, peer: call.getPeer() }));
});

async function main() {
  const peers = new Set();
  while (peers.size < 2) peers.add((await ask()).peer);
  console.log("connected");
  for await (const line of readline.createInterface({ input: process.stdin })) {
    if (line === "ask") console.log((await ask()).code);
  }
  client.close();
}

main();
