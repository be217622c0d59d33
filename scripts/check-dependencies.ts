/** Runs the dependency rules. Also fails if the tool saw no modules: with an unknown TypeScript it sees none and reports success. */
import { cruise } from 'dependency-cruiser';
import extractOptions from 'dependency-cruiser/config-utl/extract-depcruise-options';
import extractTsConfig from 'dependency-cruiser/config-utl/extract-ts-config';

const FEWEST_MODULES = 20;

const options = await extractOptions('./.dependency-cruiser.cjs');
const { output } = await cruise(['src', 'workers', 'cli'], options, undefined, {
  tsConfig: extractTsConfig('./tsconfig.tools.json'),
});
if (typeof output === 'string') throw new Error('dependency-cruiser gave text where a result was asked for');
const { totalCruised, violations } = output.summary;
for (const violation of violations) {
  process.stderr.write(`${violation.rule.name}: ${violation.from} → ${violation.to}\n`);
}
process.stdout.write(`${totalCruised} modules, ${violations.length} violations\n`);
if (totalCruised < FEWEST_MODULES || violations.length > 0) process.exitCode = 1;
