// Somebody invited becomes a member. The browser makes the secret of the link it will go on with, and keeps it before it
// asks: when the answer is lost, when the page is loaded again or stands in two tabs, it asks with the same secret, and the
// server answers the same.
'use strict';
(function () {
  const $ = (id) => document.getElementById(id);
  const page = location.pathname.replace(/\/+$/, '');
  const place = 'join:' + page;

  function made() {
    return Array.from(crypto.getRandomValues(new Uint8Array(20)), (b) => b.toString(16).padStart(2, '0')).join('');
  }
  // Where the browser keeps nothing, the address does, behind the sign that no server sees.
  function kept() {
    try { return localStorage.getItem(place) || location.hash.slice(1); } catch (e) { return location.hash.slice(1); }
  }
  function keep(secret) {
    try { localStorage.setItem(place, secret); } catch (e) { history.replaceState(null, '', '#' + secret); }
  }
  function show(name) {
    document.querySelectorAll('[data-problem]').forEach((node) => { node.hidden = node.dataset.problem !== name; });
  }

  /** Whether it was tried in vain only for the moment. */
  async function join(name) {
    let answer;
    try {
      answer = await fetch(page + '/join', {
        method: 'POST',
        cache: 'no-store',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ token: kept(), name: name })
      });
    } catch (e) {
      return 'network';
    }
    if (answer.ok) { location.replace(page.replace(/[^/]*$/, kept())); return ''; }
    return answer.status === 422 ? 'name' : answer.status === 410 || answer.status === 404 ? 'used' : 'network';
  }

  if (document.body.classList.contains('used')) {
    // Who joined in this browser opens the old link again: the own one is known here. Or the answer was lost.
    if (/^[0-9a-f]{40}$/.test(kept())) join('');
    return;
  }
  if (!document.body.classList.contains('join')) return;
  if (!/^[0-9a-f]{40}$/.test(kept())) keep(made());
  $('join').hidden = false;
  $('join').addEventListener('submit', async (event) => {
    event.preventDefault();
    show('');
    $('go').disabled = true;
    const problem = await join($('name').value);
    if (problem === 'used') location.reload();
    if (problem) { show(problem); $('go').disabled = false; $('name').focus(); }
  });
})();
