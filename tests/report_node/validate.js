// Holds HTML files against the standard, not against taste, and prints what is wrong with them, a line each.
const { HtmlValidate } = require("html-validate");

const validator = new HtmlValidate({ extends: ["html-validate:standard", "html-validate:a11y"] });
for (const file of process.argv.slice(2)) {
  for (const { messages } of validator.validateFileSync(file).results)
    for (const { line, column, ruleId, message } of messages) console.log(`${file}:${line}:${column} ${ruleId}: ${message}`);
}
