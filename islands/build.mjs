// Bundles src/ with its libraries into one file of the pages, with the licences of what is in it
// and a note of what it was made from, by which a test sees whether it is stale.
import { createHash } from "node:crypto";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { build } from "esbuild";

const OUT = "../src/jalur/views/web/static/islands";
const SOURCES = ["build.mjs", "package.json", "package-lock.json", ...readdirSync("src").map((f) => `src/${f}`)];

const made = await build({
  entryPoints: ["src/main.js"],
  bundle: true,
  minify: true,
  format: "iife",
  target: "es2020",
  legalComments: "none",
  metafile: true,
  write: false,
  banner: { js: "/* Made by `make islands` from islands/; licences in islands.txt beside it. */" },
});
const bundle = made.outputFiles[0].text;
writeFileSync(`${OUT}.js`, bundle);

const libraries = [...new Set(Object.keys(made.metafile.inputs)
  .map((path) => /node_modules\/((@[^/]+\/)?[^/]+)\//.exec(path)?.[1]).filter(Boolean))].sort();
const licences = libraries.map((name) => {
  const { version, license } = JSON.parse(readFileSync(`node_modules/${name}/package.json`));
  return `${name} ${version} (${license})\n\n${readFileSync(`node_modules/${name}/LICENSE`, "utf8").trim()}\n`;
});
writeFileSync(`${OUT}.txt`, `islands.js contains these libraries.\n\n${licences.join("\n----\n\n")}`);

const digest = (text) => createHash("sha256").update(text).digest("hex");
const sources = Object.fromEntries(SOURCES.sort().map((f) => [f, digest(readFileSync(f))]));
writeFileSync("built.json", `${JSON.stringify({ bundle: digest(bundle), sources }, null, 1)}\n`);
console.log(`${bundle.length} bytes, with ${libraries.join(", ")}`);
