// Asks one query of several SPARQL endpoints with Comunica, a few times, and says how long each took.
// node ask.cjs QUERY-FILE REPEATS ENDPOINT...
// Writes "millis N" for each time, and the rows of the last one as "row TERM TAB TERM...", in the order of their variables.
const fs = require("node:fs");
const { QueryEngine } = require("@comunica/query-sparql");

const [file, repeats, ...endpoints] = process.argv.slice(2);

function text(term) {
  if (term.termType === "Literal") {
    return term.value + (term.language ? "@" + term.language.toLowerCase() : "^^" + term.datatype.value);
  }
  return term.value;
}

function line(row) {
  return [...row]
    .map(([variable, term]) => variable.value + "=" + text(term))
    .sort()
    .join("\t");
}

async function main() {
  const query = fs.readFileSync(file, "utf8");
  const sources = endpoints.map((value) => ({ type: "sparql", value }));
  const engine = new QueryEngine(); // one for all times: it keeps what it has learnt of its sources
  let rows = [];
  for (let i = 0; i < Number(repeats); i++) {
    const begun = performance.now();
    const bindings = await engine.queryBindings(query, { sources });
    rows = await bindings.toArray();
    console.log("millis " + (performance.now() - begun));
  }
  rows.forEach((row) => console.log("row " + line(row)));
}

main().then(
  () => process.exit(0),
  (error) => {
    console.log("error " + String(error.message).split("\n")[0]);
    process.exit(1);
  },
);
