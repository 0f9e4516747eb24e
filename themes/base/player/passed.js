// Of the page of results: that she passed stays, whatever a new version asks.
kandil.pass = () => {
  const record = read();
  if (record) {
    record.passed = true;
    write(record);
  }
};
