// Work that must not overlap itself.

/** A function that runs `work`, one round at a time: calls during a round make exactly one more. */
export function inRounds(work) {
  let running;
  let again = false;
  const rounds = async () => {
    try {
      do {
        again = false;
        await work();
      } while (again);
    } finally {
      running = undefined;
    }
  };
  return () => {
    if (running) again = true;
    else running = rounds();
    return running;
  };
}
