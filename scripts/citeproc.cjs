// Reads cases as JSON from standard input and writes what citeproc-js makes of each, as JSON.
//     node scripts/citeproc.cjs FOLDER_OF_CSL_STYLES < cases.json
// Needs the npm packages citeproc and citeproc-locales where Node finds them (NODE_PATH).
const fs = require("node:fs");
const path = require("node:path");
const CSL = require("citeproc");

const localeFolder = path.dirname(require.resolve("citeproc-locales/package.json"));
const locale = fs.readFileSync(path.join(localeFolder, "locales", "locales-en-US.xml"), "utf8");
const styles = process.argv[2];

const items = {};
const engines = {}; // reading a style takes longer than using it

function engine(csl) {
  const system = { retrieveLocale: () => locale, retrieveItem: (id) => items[id] };
  const style = () => fs.readFileSync(path.join(styles, `${csl}.csl`), "utf8");
  engines[csl] ??= new CSL.Engine(system, style(), "en-US");
  engines[csl].setOutputFormat("text");
  return engines[csl];
}

function rendered({ csl, item, locator }, number) {
  const id = `item-${number}`; // each alone in the list, so that nothing is told apart from anything else
  items[id] = { ...item, id };
  const made = engine(csl);
  made.restoreProcessorState();
  made.updateItems([id]);
  const cite = { id, ...(locator ? { locator, label: "paragraph" } : {}) };
  const at = (noteIndex) => ({ citationItems: [{ ...cite }], properties: { noteIndex } });
  const first = made.processCitationCluster(at(1), [], [])[1][0];
  const later = made.processCitationCluster(at(9), [[first[2], 1]], [])[1].at(-1);
  return { reference: made.makeBibliography()[1].join("").trim(), in_text: first[1], later: later[1] };
}

process.stdout.write(JSON.stringify(JSON.parse(fs.readFileSync(0, "utf8")).map(rendered)));
