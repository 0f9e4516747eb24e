// Contacts that were checked long ago: their date stands on the page, and where it is past by the
// clock of the device a warning appears above them.
{
  const now = new Date();
  const two = number => (number < 10 ? '0' : '') + number;
  const today = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  all('[data-until]').forEach(band => { band.hidden = band.dataset.until >= today; });
}
