// Submits an article and reads a timeline: node timeline.js EXTRACTOR QUERY NAME (both HOST:PORT). With ANNALS_TOKEN it sends
// that, with ANNALS_CA_FILE (PEM) it speaks TLS. Calls are retried as deploy/service_config.json says: only while a server is
// UNAVAILABLE.
//
// npm install @grpc/grpc-js @grpc/proto-loader
const fs = require("fs");
const path = require("path");
const grpc = require("@grpc/grpc-js");
const loader = require("@grpc/proto-loader");

const protos = path.join(__dirname, "../../proto");
const definition = loader.loadSync(["annals/v1/extractor_service.proto", "annals/v1/query_service.proto"], {
  includeDirs: [protos], keepCase: true, enums: String, longs: Number, defaults: true,
});
const { ExtractorService, QueryService } = grpc.loadPackageDefinition(definition).annals.v1;
const [extractorAddress, queryAddress, name] = process.argv.slice(2);

const { ANNALS_TOKEN, ANNALS_CA_FILE } = process.env;
const credentials = ANNALS_CA_FILE ? grpc.credentials.createSsl(fs.readFileSync(ANNALS_CA_FILE)) : grpc.credentials.createInsecure();
const options = { "grpc.service_config": fs.readFileSync(path.join(__dirname, "../../deploy/service_config.json"), "utf8") };
const metadata = new grpc.Metadata();
if (ANNALS_TOKEN) metadata.set("authorization", `Bearer ${ANNALS_TOKEN}`);

const call = (client, method, request) => new Promise((resolve, reject) =>
  client[method](request, metadata, { deadline: Date.now() + 10000 }, (error, answer) => (error ? reject(error) : resolve(answer))));

async function main() {
  const extractor = new ExtractorService(extractorAddress, credentials, options);
  const query = new QueryService(queryAddress, credentials, options);
  const article = {
    id: "example-node", source: "例报", published_at: "2025-10-16", text: "10月15日，星槎智能发布听澜4.0。",
  };
  const submitted = await call(extractor, "SubmitArticle", { article });
  console.log(`revision ${submitted.revision}, ${submitted.event_count} events`);

  // min_revision: the answer shows what was just written.
  const timeline = await call(query, "GetTimeline", { entity: name, min_revision: submitted.revision });
  const names = Object.fromEntries([timeline.entity, ...timeline.entities].map((entity) => [entity.id, entity.name]));
  for (const { event } of timeline.events) {
    const who = event.arguments.map((argument) => names[argument.entity_id] || argument.value.text).join(", ");
    console.log(event.time?.start || "undated   ", event.type, who);
  }
  extractor.close();
  query.close();
}

main().catch((error) => {
  console.error(error.message);
  process.exit(1);
});
