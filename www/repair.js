// Some mail gateways write the `#` of an address as `%23`, which leads nowhere:
// a host that shows 404.html there is led to the page that was meant.
const meant = location.href.replace(/%(?:25)*23(r|for|w)(?:=|%(?:25)*3D)/i, "#$1=");
if (meant !== location.href) location.replace(meant);
