// Before the first paint, so that nobody sees the other theme flash by. A file of its own: inline scripts are refused.
try {
  const theme = localStorage.getItem('vointi.theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // Storage may be closed to the page; the system's own theme is then the right one.
}
