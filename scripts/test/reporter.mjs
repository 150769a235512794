// A line for each file as it ends, with how far its project is; failures and skips follow at the end.
import { writeFileSync } from 'node:fs';
import { DefaultReporter } from 'vitest/node';

const STATES = ['passed', 'failed', 'skipped'];

export default class ByProject extends DefaultReporter {
  #wanted = new Map();
  #done = new Map();

  constructor() {
    super({ summary: false });
  }

  /** @override */
  onTestRunStart(files) {
    super.onTestRunStart(files);
    for (const { project } of files) add(this.#wanted, project.name);
  }

  /** @override */
  printTestModule(file) {
    const { name } = file.project;
    const done = add(this.#done, name);
    const state = file.state() === 'failed' ? '✗' : file.state() === 'skipped' ? '-' : '✓';
    const seconds = (file.diagnostic().duration / 1_000).toFixed(1);
    const tests = [...file.children.allTests()].length;
    const place = `${name} ${done}/${this.#wanted.get(name)}`;
    this.log(
      `${state} ${place.padEnd(15)} ${file.relativeModuleId} · ${tests} tests · ${seconds} s`,
    );
    for (const test of file.children.allTests('failed')) this.log(`    ✗ ${test.fullName}`);
    for (const test of file.children.allTests('skipped')) this.log(`    - ${test.fullName}`);
  }

  /** @override */
  onTestRunEnd(files, errors, reason) {
    super.onTestRunEnd(files, errors, reason);
    const counts = STATES.map((state) => [
      state,
      files.reduce((sum, file) => sum + [...file.children.allTests(state)].length, 0),
    ]);
    writeFileSync(process.env.CLEAN_EXIT_COUNTS ?? '', JSON.stringify(Object.fromEntries(counts)));
  }
}

function add(counts, name) {
  const count = (counts.get(name) ?? 0) + 1;
  counts.set(name, count);
  return count;
}
