/** The page of docs/ around the table. */
export const speedPage = (table: string, machine: string): string => `# Speed

What a hand waits for, measured from outside: the built program in a pseudo-terminal, and a clock at its door. Made by
\`npm run bench -- --write\`; \`npm run bench -- --quick\` takes one round.

${table}

${machine}

## How to read it

- **Every figure stands beside its floor**, measured in the same run in turn with it; the ratio is taken within each round,
  then the median of the rounds. The machine was shared, other programs ran on it: milliseconds say as much of it as of
  this program, ratios less, and a p95 still a good deal. p50 stands over the p50 of the floor, p95 over its p95.
- **echo** is a program of Node that reads a raw key and writes it back (\`test/bench/echo.ts\`): nothing in Node answers
  sooner.
- **A key is painted** when the bytes have arrived after which the screen shows it, outside a synchronized update. The
  stamp is taken on arrival, so what the emulator costs is not in it.
- **While keys are typed** the clock ticks and another process writes ten entries a second into the same ledger, the one
  with 10,000 entries (300 people) and the one that began with 20. While the selection moves, only the clock ticks.
- **Consoles are fresh in each round**, typed at for a while before anything counts, and made every size in turn; each round
  begins with another size.
- **A line with a verb** is \`/action isolate host 17 @p12 by 40m\`, with completion open over the board.
- **Flashing** is what a slow line shows: the answer to each key is taken in slices of 128 bytes, and cells count that are
  the same before and after and something else in between.
- **First paint** ends when header, newest entry and composer stand on the screen.
- **Another's entry** is counted from the end of \`loggist note\` in another process. Its floor is a bare watcher of the
  ledger, told of the same entry at its own moments; the ledger is looked at every 150 ms.
- **Doctrine** is asked in the program itself, without a terminal; its floor is an incident without entries.
`;
