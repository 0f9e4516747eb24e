// Answers that a shell has kept wait for the scripts, and bring them; each part shows its own.
document.addEventListener('kandil-restore', ({detail}) => {
  kandil.kept = detail;
  if (left) load();
  else guard(start)();
});
