// The phone page. Plain script without a build step, for browsers from about 2018 on.
// What was typed or tapped is kept in the browser under an id of its own until the server says it is kept; the server
// takes each id once, so sending again is always safe.
'use strict';
(function () {
  const $ = (id) => document.getElementById(id);
  const setup = JSON.parse($('setup').textContent);
  const base = location.pathname.replace(/\/+$/, '');
  const LONGEST = 4096;
  const SILENCE = 50000; // The server beats every 20 seconds.

  const WORDS = {
    vi: {
      bot: 'Bot', me: 'Tôi', log: 'Cuộc trò chuyện', online: 'Trực tuyến', connecting: 'Đang kết nối…',
      offline: 'Mất mạng, sẽ gửi sau', sending: 'đang gửi…', waiting: 'chưa gửi được, sẽ tự gửi lại',
      refused: 'Không gửi được tin này', edited: 'đã sửa', earlier: 'Xem tin cũ hơn', down: 'Xuống tin mới nhất',
      menu: 'Menu', ask: '❓ Hỏi', report: '📝 Báo cáo', tasks: '📋 Việc của tôi',
      send: 'Gửi', commands: 'Các lệnh', write: 'Nhập tin nhắn', language: 'Ngôn ngữ', who: 'Thành viên mẫu',
      today: 'Hôm nay', yesterday: 'Hôm qua', hour: '+1 giờ', day: '+1 ngày', week: '+7 ngày',
      empty: 'Chưa có tin nhắn nào.', start: 'Bắt đầu',
      long: (n, most) => 'Tin dài ' + n + ' ký tự, tối đa ' + most + '. Xin chia thành nhiều tin.',
      attach: 'Gửi ảnh hoặc tệp', uploading: 'đang gửi', file: 'Tệp',
      large: (name, most) => name + ' quá lớn. Mỗi tệp tối đa ' + most + ' MB.',
      blank: (name) => name + ' là tệp trống, không có gì để gửi.', drop: 'Bỏ tin này',
      noplace: 'Điện thoại không cho biết vị trí. Xin bật định vị, hoặc gõ tên nơi đó.',
      gone: 'Liên kết này không còn dùng được. Xin hỏi văn phòng để nhận liên kết mới.',
      back: 'Bàn làm việc',
      over: 'Phiên đã đóng. Xin về bàn làm việc, vào lại.'
    },
    tr: {
      bot: 'Bot', me: 'Siz', log: 'Konuşma', online: 'Çevrimiçi', connecting: 'Bağlanıyor…',
      offline: 'Ağ yok, sonra gider', sending: 'gönderiliyor…', waiting: 'gönderilemedi, yeniden denenecek',
      refused: 'Bu mesaj gönderilemedi', edited: 'düzenlendi', earlier: 'Daha eski mesajlar', down: 'En yeni mesaja in',
      menu: 'Menü', ask: '❓ Sor', report: '📝 Rapor', tasks: '📋 Görevlerim',
      send: 'Gönder', commands: 'Komutlar', write: 'Mesaj yazın', language: 'Dil', who: 'Örnek üye',
      today: 'Bugün', yesterday: 'Dün', hour: '+1 saat', day: '+1 gün', week: '+7 gün',
      empty: 'Henüz mesaj yok.', start: 'Başla',
      long: (n, most) => 'Mesaj ' + n + ' karakter, en çok ' + most + ' olabilir. Lütfen bölerek gönderin.',
      attach: 'Fotoğraf veya dosya gönder', uploading: 'gönderiliyor', file: 'Dosya',
      large: (name, most) => name + ' çok büyük. Bir dosya en çok ' + most + ' MB olabilir.',
      blank: (name) => name + ' boş; gönderilecek bir şey yok.', drop: 'Kaldır',
      noplace: 'Telefon konumu vermiyor. Lütfen konumu açın ya da yerin adını yazın.',
      gone: 'Bu bağlantı artık geçerli değil. Lütfen ofisten yenisini isteyin.',
      back: 'Masa',
      over: 'Oturum kapandı. Masaya dönüp yeniden girin.'
    },
    en: {
      bot: 'Bot', me: 'You', log: 'Conversation', online: 'Online', connecting: 'Connecting…',
      offline: 'No network, will be sent later', sending: 'sending…', waiting: 'not sent, will retry',
      refused: 'This message could not be sent', edited: 'edited', earlier: 'Earlier messages', down: 'To the latest message',
      menu: 'Menu', ask: '❓ Ask', report: '📝 Report', tasks: '📋 My tasks',
      send: 'Send', commands: 'Commands', write: 'Message', language: 'Language', who: 'Example member',
      today: 'Today', yesterday: 'Yesterday', hour: '+1 hour', day: '+1 day', week: '+7 days',
      empty: 'No messages yet.', start: 'Start',
      long: (n, most) => 'The message has ' + n + ' characters, at most ' + most + ' are allowed. Please send it in parts.',
      attach: 'Send a picture or file', uploading: 'sending', file: 'File',
      large: (name, most) => name + ' is too large. A file can have at most ' + most + ' MB.',
      blank: (name) => name + ' is empty; there is nothing to send.', drop: 'Remove',
      noplace: 'The phone did not give its location. Please switch location on, or type the name of the place.',
      gone: 'This link has ended. Please ask the office for a new one.',
      back: 'Desk',
      over: 'The session has ended. Enter again at the desk.'
    }
  };

  // ---- What the browser keeps. Where it keeps nothing (private windows), the page does until it is closed.

  // Where others sit at the same browser, it keeps words for this window and this session only.
  const memory = {};
  const place = () => (setup.back ? sessionStorage : localStorage);
  function kept(name) {
    if (setup.back) name += '#' + setup.me;
    try { return place().getItem(name) || memory[name] || ''; } catch (e) { return memory[name] || ''; }
  }
  function keep(name, value) {
    if (setup.back) name += '#' + setup.me;
    memory[name] = value;
    try { if (value) place().setItem(name, value); else place().removeItem(name); } catch (e) { /* memory */ }
  }
  function queue() { return JSON.parse(kept('queue:' + base) || '[]'); }
  function saveQueue(items) { keep('queue:' + base, items.length ? JSON.stringify(items) : ''); }

  // ---- Language and time

  const supported = (code) => (WORDS[(code || '').slice(0, 2).toLowerCase()] ? code.slice(0, 2).toLowerCase() : '');
  // As the bot: what this member chose, else what it begins in. Many phones here are left in English by who reads none.
  let lang = supported(kept('language:' + base)) || supported(document.documentElement.lang);
  const say = (key) => WORDS[lang][key];

  let offset = 0; // The bot's time less this phone's, in milliseconds.
  const now = () => Date.now() + offset;
  const format = (options) => {
    const locale = lang === 'en' ? 'en-GB' : lang; // "en" alone would put the month first.
    return new Intl.DateTimeFormat(locale, Object.assign({ timeZone: setup.zone }, options));
  };
  let hour, dayName, clock;
  function formats() {
    hour = format({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
    dayName = format({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
    clock = format({ weekday: 'short', day: 'numeric', month: lang === 'vi' ? 'numeric' : 'short', year: 'numeric' });
  }
  function dayLabel(at) {
    const name = dayName.format(at);
    if (name === dayName.format(now())) return say('today');
    if (name === dayName.format(now() - 864e5)) return say('yesterday');
    return name;
  }
  function tick() { $('clock').textContent = clock.format(now()) + ' · ' + hour.format(now()); }

  // ---- Text: a whitelist of tags becomes nodes, everything else stays text

  function el(tag, name, text) {
    const node = document.createElement(tag);
    if (name) node.className = name;
    if (text) node.textContent = text;
    return node;
  }
  const ENTITIES = { amp: '&', lt: '<', gt: '>', quot: '"' };
  function markup(text, parent) {
    const open = [parent];
    let run = '';
    const flush = () => { linked(run, open[open.length - 1]); run = ''; };
    const tokens = text
      .replace(/\n?(<blockquote>)\n?/g, '$1').replace(/\n?(<\/blockquote>)\n?/g, '$1')
      .match(/<\/?(?:b|i|u|s|code|blockquote)>|&(?:amp|lt|gt|quot);|[^<&]+|[<&]/g) || [];
    tokens.forEach((token) => {
      const tag = /^<(\/?)(\w+)>$/.exec(token);
      const entity = /^&(\w+);$/.exec(token);
      if (entity) { run += ENTITIES[entity[1]]; return; }
      if (!tag) { run += token; return; }
      flush();
      if (!tag[1]) {
        open.push(open[open.length - 1].appendChild(el(tag[2])));
      } else if (open.length > 1 && open[open.length - 1].localName === tag[2]) {
        open.pop();
      }
    });
    flush();
  }
  const LINK = /(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)\]»”])|(^|[\s(«"“])(\/[a-z][a-z0-9_]{1,31})(?![\w/-])/g;
  function linked(text, parent) {
    let from = 0;
    text.replace(LINK, (all, url, before, command, at) => {
      parent.append(text.slice(from, at) + (before || ''));
      if (url) {
        const link = parent.appendChild(el('a', '', url));
        link.href = url;
        link.target = '_blank';
        link.rel = 'noopener noreferrer';
      } else {
        const item = before === '\n' || !parent.textContent; // Begins a line, as in the list of commands.
        parent.appendChild(el('button', 'command' + (item ? ' item' : ''), command)).type = 'button';
      }
      from = at + all.length;
      return all;
    });
    parent.append(text.slice(from));
  }

  // ---- The talk

  const talk = $('talk');
  const lines = new Map(); // By the server's number, in no order; the document has the order.
  let change = 0;
  let loaded = false;
  let unread = 0;

  let pinned = true; // Whether the newest line is in sight, and is to stay so.
  const atEnd = () => talk.scrollHeight - talk.scrollTop - talk.clientHeight < 90;
  function toEnd() { talk.scrollTop = talk.scrollHeight; seen(); }
  function seen() {
    pinned = atEnd();
    $('down').hidden = pinned || !lines.size;
    if (pinned) { unread = 0; $('unread').textContent = ''; }
  }

  function bubble(mine, text, at, note) {
    const body = el('div', 'body');
    const box = body.appendChild(el('div', 'bubble'));
    box.append(el('span', 'hear', say(mine ? 'me' : 'bot') + ': '));
    const words = box.appendChild(el('span', 'words'));
    if (mine) words.textContent = text; else markup(text, words);
    const meta = box.appendChild(el('span', 'meta', (note ? note + ' · ' : '') + hour.format(at)));
    meta.title = dayName.format(at);
    return body;
  }

  /** A picture is shown, anything else is offered; so is a picture that is not kept any more. */
  function attached(entry) {
    const file = entry.files[0];
    const link = el('a', 'file', '📎 ' + (file.name || say('file')));
    link.href = base + '/file/' + entry.id;
    link.target = '_blank';
    if (file.picture) {
      const image = el('img');
      image.alt = link.textContent;
      image.onload = () => { if (pinned) toEnd(); };
      image.onerror = () => { link.textContent = image.alt; };
      image.src = link.href;
      link.textContent = '';
      link.append(image);
    }
    return link;
  }

  function keys(rows, messageId) {
    const box = el('div', 'keys');
    rows.forEach((row) => {
      // A week of the month stays one line of seven, however narrow the phone is.
      const line = box.appendChild(el('div', row.length === 7 ? 'row week' : 'row'));
      row.forEach((button) => {
        if (/^https:\/\//.test(button.action)) {
          Object.assign(line.appendChild(el('a', 'key', button.label)),
            {href: button.action, target: '_blank', rel: 'noreferrer'});
          return;
        }
        const key = line.appendChild(el('button', 'key', button.label));
        key.type = 'button';
        key.dataset.action = button.action;
        key.dataset.message = messageId;
        if (queue().some((item) => item.messageId === String(messageId) && item.action === button.action)) busy(key);
      });
    });
    return box;
  }

  /** The bot's own messages change whenever a question is answered; only what a member changed is marked. */
  function draw(entry, line) {
    const mine = entry.who === 'MEMBER';
    const body = bubble(mine, entry.text || '', entry.at, mine && entry.edited ? say('edited') : '');
    const rows = entry.buttons || [];
    if (entry.files) body.querySelector('.words').before(attached(entry));
    if (entry.place) body.append(el('button', 'key place', entry.place));
    if (rows.length) {
      body.classList.add('keyed');
      body.append(keys(rows, entry.id));
    }
    line.className = 'line' + (mine ? ' mine' : '');
    line.textContent = '';
    line.append(el('div', 'day'), body);
    return line;
  }

  function put(entry) {
    const known = lines.get(entry.id);
    if (known && known.entry.change >= entry.change) return null;
    if (entry.who === 'GONE') {
      if (known) known.line.remove();
      lines.delete(entry.id);
      return null;
    }
    const held = known && known.line.contains(document.activeElement) && document.activeElement.dataset.action;
    const line = draw(entry, known ? known.line : el('div'));
    if (held) {
      // Who goes by keyboard or screen reader stays where they were, and is not thrown back to the top.
      (Array.from(line.querySelectorAll('.key')).find((key) => key.dataset.action === held) || talk).focus({ preventScroll: true });
    }
    if (!known) {
      let next = $('lines').lastElementChild;
      while (next && Number(next.dataset.id) > entry.id) next = next.previousElementSibling;
      line.dataset.id = entry.id;
      if (next) next.after(line); else $('lines').prepend(line);
    }
    lines.set(entry.id, { entry: entry, line: line });
    if (entry.pageId) {
      const waiting = pendingLine(entry.pageId);
      if (waiting) waiting.remove();
      mark(entry.pageId);
    }
    return known ? null : line;
  }

  /** Days are separated, and what one side says in a row stands closer. */
  function arrange() {
    let day = '';
    let who = '';
    Array.from($('lines').children).forEach((line) => {
      const entry = lines.get(Number(line.dataset.id)).entry;
      const label = dayLabel(entry.at);
      line.firstChild.textContent = label;
      line.firstChild.hidden = label === day;
      line.classList.toggle('same', label === day && entry.who === who);
      day = label;
      who = entry.buttons ? '' : entry.who; // What follows buttons stands apart.
    });
    $('empty').hidden = !loaded || lines.size > 0 || $('pending').children.length > 0;
  }

  function arrived(entry) {
    // An edit of a line that was not loaded yet: the line will come with the edit in it.
    if (!$('earlier').hidden && entry.id < firstId()) return;
    const end = atEnd();
    const saidHere = made.has(entry.pageId); // And not on another page of mine, while I read here.
    const line = put(entry);
    arrange();
    if (entry.who === 'BOT') typing(false);
    if (!line) { if (end) toEnd(); return; }
    line.classList.add('fresh');
    if (end || saidHere) {
      // Of an answer longer than the screen the beginning is shown.
      if (line.offsetHeight > talk.clientHeight && entry.who === 'BOT') talk.scrollTop = line.offsetTop - talk.offsetTop - 8;
      else toEnd();
    } else {
      unread++;
      $('unread').textContent = unread;
      $('down').hidden = false;
    }
  }

  const firstId = () => Number(($('lines').firstElementChild || { dataset: { id: 0 } }).dataset.id);

  let typingTimer;
  function typing(on) {
    clearTimeout(typingTimer);
    const end = atEnd();
    $('typing').hidden = !on;
    if (on) typingTimer = setTimeout(() => typing(false), 10000);
    if (end) toEnd();
  }

  // ---- What I say: shown at once, sent until it is kept

  let sendingNow = false;
  let failures = 0;
  let retryTimer;
  let checkTimer;
  let gone = false;
  const refusedItems = new Set();

  const pendingLine = (id) => Array.from($('pending').children).find((line) => line.dataset.id === id);
  function myLine(id) {
    const line = pendingLine(id);
    if (line) return line;
    const found = Array.from(lines.values()).find((known) => known.entry.pageId === id);
    return found && found.line;
  }
  /** Shows how far a message of mine has got. */
  function mark(id) {
    const line = myLine(id);
    if (!line) return;
    const open = queue().some((item) => item.id === id);
    const state = refusedItems.has(id) ? 'refused' : !open ? '' : failures ? 'waiting' : 'sending';
    ['sending', 'waiting', 'refused'].forEach((name) => line.classList.toggle(name, name === state));
    const meta = line.querySelector('.meta');
    if (!meta.dataset.time) meta.dataset.time = meta.textContent;
    meta.textContent = state ? say(state) : meta.dataset.time;
    if (state === 'refused') droppable(line);
  }
  /** What will never be sent would stand below everything new until the page is closed. */
  function droppable(line) {
    if (line.querySelector('.drop')) return;
    const end = pinned;
    line.querySelector('.body').appendChild(el('button', 'key drop', say('drop'))).type = 'button';
    if (end) toEnd();
  }
  function dropped(line) {
    uploads.delete(line.dataset.id);
    refusedItems.delete(line.dataset.id);
    line.remove();
    $('note').textContent = '';
    arrange();
    talk.focus();
  }
  function markAll() {
    queue().forEach((item) => (item.text ? mark(item.id) : 0));
    document.querySelectorAll('.refused').forEach((line) => mark(line.dataset.id));
  }

  const made = new Set();
  function newId() {
    const id = Array.from(crypto.getRandomValues(new Uint8Array(12)), (b) => b.toString(16).padStart(2, '0')).join('');
    made.add(id);
    return id;
  }

  function showPending(item) {
    if (myLine(item.id)) return;
    const line = $('pending').appendChild(el('div', 'line mine'));
    line.dataset.id = item.id;
    line.append(bubble(true, item.text, item.at, ''));
    mark(item.id);
    arrange();
  }
  function speak(text) {
    const item = { id: newId(), text: text, at: now() };
    saveQueue(queue().concat(item));
    showPending(item);
    toEnd();
    flush();
  }
  function tap(key) {
    if (key.classList.contains('busy')) return;
    const chosen = /^people:l:(\w+)$/.exec(key.dataset.action);
    if (chosen && supported(chosen[1])) {
      // Drawing the page anew makes new keys: the one of this tap is among them.
      speakIn(chosen[1]);
      key = Array.from(document.querySelectorAll('.key')).find((other) => other.dataset.message === key.dataset.message && other.dataset.action === key.dataset.action) || key;
    }
    const item = { id: newId(), messageId: key.dataset.message, action: key.dataset.action };
    key.dataset.tap = item.id;
    busy(key);
    saveQueue(queue().concat(item));
    flush();
  }
  function busy(key) {
    key.classList.add('busy', 'tapped');
    key.setAttribute('aria-busy', 'true');
  }
  function unmarked(id) {
    document.querySelectorAll('.key.tapped').forEach((key) => { if (key.dataset.tap === id) key.classList.remove('tapped'); });
  }
  function rested(id) {
    document.querySelectorAll('.key.busy').forEach((key) => {
      if (id ? key.dataset.tap !== id : queue().some((item) => item.action === key.dataset.action)) return;
      key.classList.remove('busy');
      key.removeAttribute('aria-busy');
    });
  }

  // ---- Files, sent one after the other. A browser does not keep them: they are gone when the page is closed.

  const uploads = new Map();
  let uploading = Promise.resolve();
  /** Pictures are made small first: mobile networks are slow. */
  async function smaller(file) {
    if (file.size < 4e5 || !/^image\/(jpeg|png)$/.test(file.type) || !window.createImageBitmap) return file;
    try {
      const image = await createImageBitmap(file);
      const by = Math.min(1, 1600 / Math.max(image.width, image.height));
      const canvas = el('canvas');
      canvas.width = image.width * by;
      canvas.height = image.height * by;
      canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
      const small = await new Promise((done) => canvas.toBlob(done, 'image/jpeg', 0.85));
      return small && small.size < file.size ? small : file;
    } catch (e) {
      return file;
    }
  }
  function showUpload(item) {
    showPending({ id: item.id, text: '📎 ' + (item.name || say('file')), at: item.at });
    progress(item);
  }
  function progress(item) {
    const line = pendingLine(item.id);
    if (!line) return;
    line.className = 'line mine ' + item.state;
    if (item.state === 'refused') droppable(line);
    line.querySelector('.meta').textContent = item.state === 'sending' ? say('uploading') + ' ' + item.part + ' %' : say(item.state);
  }
  function attach(files) {
    const album = files.length > 1 ? newId() : '';
    files.forEach((file) => {
      const item = { id: newId(), name: file.name, album: album, at: now(), state: 'sending', part: 0 };
      uploads.set(item.id, item);
      showUpload(item);
      uploading = uploading.then(() => upload(item, file));
    });
    toEnd();
  }
  async function upload(item, file) {
    const content = await smaller(file);
    const type = content.type;
    if (content.size > setup.most) {
      $('note').textContent = say('large')(item.name, Math.floor(setup.most / 1048576));
      item.state = 'refused';
    } else if (!content.size) {
      $('note').textContent = say('blank')(item.name);
      item.state = 'refused';
    }
    for (let tries = 0; item.state !== 'refused' && !gone; tries++) {
      const status = await posted(item, content, type);
      if (status >= 200 && status < 300) { uploads.delete(item.id); expectNews(); return; }
      item.state = [400, 404, 413, 415].indexOf(status) >= 0 ? 'refused' : 'waiting';
      progress(item);
      if (item.state === 'waiting') await new Promise((done) => setTimeout(done, Math.min(30000, 1000 * Math.pow(2, tries))));
    }
    progress(item);
  }
  function posted(item, content, type) {
    return new Promise((done) => {
      const call = new XMLHttpRequest();
      call.open('POST', base + '/file?' + new URLSearchParams({ id: item.id, name: item.name, type: type, album: item.album }));
      call.setRequestHeader('Content-Type', 'application/octet-stream');
      call.upload.onprogress = (event) => {
        item.state = 'sending';
        item.part = Math.floor(100 * event.loaded / event.total);
        progress(item);
      };
      call.onloadend = () => done(call.status);
      call.send(content);
    });
  }

  /** Tells the bot where this phone is. */
  function share(key) {
    const failed = () => { $('note').textContent = say('noplace'); rested(); };
    if (!navigator.geolocation) { failed(); return; }
    busy(key);
    navigator.geolocation.getCurrentPosition((found) => {
      key.classList.remove('busy');
      saveQueue(queue().concat({ id: newId(), latitude: found.coords.latitude, longitude: found.coords.longitude }));
      flush();
    }, failed, { enableHighAccuracy: true, timeout: 30000 });
  }

  async function request(path, options) {
    const control = new AbortController();
    const timer = setTimeout(() => control.abort(), 25000);
    try {
      const answer = await fetch(base + path, Object.assign({ cache: 'no-store', signal: control.signal }, options));
      const told = await answer.json().catch(() => ({}));
      if (answer.status === 404 && told.error === 'unknown-link') linkGone();
      return { status: answer.status, told: told };
    } catch (e) {
      return { status: 0, told: {} };
    } finally {
      clearTimeout(timer);
    }
  }

  async function flush() {
    if (sendingNow || gone) return;
    sendingNow = true;
    clearTimeout(retryTimer);
    try {
      for (let item = queue()[0]; item && !gone; item = queue()[0]) {
        const answer = await request(item.text ? '/say' : item.action ? '/tap' : '/place', {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify(item)
        });
        const taken = answer.status >= 200 && answer.status < 300;
        const never = [400, 413, 415].indexOf(answer.status) >= 0;
        if (!taken && !never) {
          failures++;
          markAll();
          if (!gone) retryTimer = setTimeout(flush, Math.min(30000, 1000 * Math.pow(2, failures - 1)));
          return;
        }
        failures = 0;
        saveQueue(queue().filter((other) => other.id !== item.id));
        if (never) refusedItems.add(item.id);
        mark(item.id);
        markAll();
        if (item.text && taken) typing(true);
        if (!item.text) setTimeout(rested, never ? 0 : 8000);
        expectNews();
      }
    } finally {
      sendingNow = false;
    }
  }

  /** What was kept is answered within moments. Where nothing comes, the line may be dead without anyone having said so. */
  function expectNews() {
    const since = Date.now();
    clearTimeout(checkTimer);
    checkTimer = setTimeout(() => { if (lastSign < since) load(); }, 6000);
  }

  // ---- What comes

  let source = null;
  let lastSign = 0;
  let loadFailures = 0;
  let loadTimer;
  let state = '';

  function showState(name) {
    if (!navigator.onLine) name = 'offline';
    if (gone) name = setup.back ? 'over' : 'gone';
    if (state === name) return;
    state = name;
    $('state').className = name;
    $('state').textContent = say(name);
  }
  function alive() {
    lastSign = Date.now();
    showState('online');
    if (failures) { failures = 0; flush(); }
  }
  function listen() {
    if (source) source.close();
    if (gone) return;
    lastSign = Date.now();
    source = new EventSource(base + '/events?after=' + change);
    source.addEventListener('entry', (event) => {
      const entry = JSON.parse(event.data);
      change = Math.max(change, entry.change);
      arrived(entry);
      alive();
    });
    source.addEventListener('beat', (event) => { setNow(JSON.parse(event.data).now); alive(); });
    source.addEventListener('ack', (event) => {
      const ack = JSON.parse(event.data);
      rested(ack.tapId);
      // A toast says what became of the tap, often that it changed nothing: no mark may say otherwise.
      if (ack.toast) { unmarked(ack.tapId); toast(ack.toast); }
      alive();
    });
    source.onerror = () => {
      showState('connecting');
      // The browser tries again by itself, except after an answer it did not like.
      if (source.readyState === 2) retryLoad();
    };
  }
  function retryLoad() {
    clearTimeout(loadTimer);
    loadTimer = setTimeout(load, Math.min(30000, 1000 * Math.pow(2, loadFailures++)));
  }
  async function load() {
    clearTimeout(loadTimer);
    if (gone) return;
    const answer = await request('/history', {});
    if (gone) return;
    if (answer.status !== 200) {
      showState('connecting');
      retryLoad();
      return;
    }
    loadFailures = 0;
    setNow(answer.told.now);
    const first = !loaded;
    loaded = true;
    if (first) {
      answer.told.entries.forEach(put);
      $('earlier').hidden = !answer.told.more;
      change = answer.told.change;
    } else {
      // Only what the newest lines are. Everything missed, in its order, comes by the events from the last change on.
      answer.told.entries.forEach(arrived);
    }
    arrange();
    markAll();
    if (first) {
      toEnd();
      $('log').setAttribute('aria-live', 'polite');
    }
    listen();
    flush();
  }
  async function earlier() {
    $('earlier').disabled = true;
    const answer = await request('/history?before=' + firstId(), {});
    $('earlier').disabled = false;
    if (answer.status !== 200) return;
    const below = talk.scrollHeight - talk.scrollTop;
    $('log').setAttribute('aria-live', 'off');
    answer.told.entries.forEach(put);
    arrange();
    $('earlier').hidden = !answer.told.more;
    talk.scrollTop = talk.scrollHeight - below;
    setTimeout(() => $('log').setAttribute('aria-live', 'polite'), 500);
  }
  function setNow(time) {
    const before = dayName.format(now());
    offset = time - Date.now();
    tick();
    if (dayName.format(now()) !== before) arrange();
  }
  function linkGone() {
    gone = true;
    if (source) source.close();
    showState('gone');
    $('note').textContent = say(setup.back ? 'over' : 'gone');
    $('send').disabled = true;
  }

  let toastTimer;
  function toast(text) {
    $('toast').textContent = text;
    $('toast').classList.add('shown');
    clearTimeout(toastTimer);
    toastTimer = setTimeout(() => $('toast').classList.remove('shown'), 2500 + 40 * text.length);
  }

  // ---- The page around it

  const text = $('text');
  function grow() {
    text.style.height = 'auto';
    text.style.height = text.scrollHeight + 2 + 'px';
    const length = text.value.trim().length;
    $('note').textContent = gone ? say('gone') : length > LONGEST ? say('long')(length, LONGEST) : '';
    $('send').disabled = gone || length === 0 || length > LONGEST;
    keep('draft:' + base, text.value);
  }
  function submit() {
    const words = text.value.trim();
    if (!words || $('send').disabled) return;
    text.value = '';
    grow();
    speak(words);
  }
  function speakLanguage() {
    document.documentElement.lang = lang;
    $('language').value = lang;
    formats();
    document.querySelectorAll('[data-text]').forEach((node) => { node.textContent = say(node.dataset.text); });
    document.querySelectorAll('[data-label]').forEach((node) => {
      node.setAttribute('aria-label', say(node.dataset.label));
      node.title = say(node.dataset.label);
    });
    text.placeholder = say('write');
    text.setAttribute('aria-label', say('write'));
    state = '';
    showState(lastSign ? 'online' : 'connecting');
    tick();
    lines.forEach((known) => { draw(known.entry, known.line); });
    $('pending').textContent = '';
    queue().forEach((item) => (item.text ? showPending(item) : 0));
    uploads.forEach(showUpload);
    arrange();
    markAll();
    grow();
  }

  document.addEventListener('click', (event) => {
    const button = event.target.closest('button');
    if (!button) return;
    if (button.classList.contains('place')) share(button);
    else if (button.classList.contains('drop')) dropped(button.closest('.line'));
    else if (button.classList.contains('key')) tap(button);
    else if (button.classList.contains('command')) speak(button.textContent);
    else if (button.dataset.by) speak('/clock ' + button.dataset.by);
    else if (button.parentNode.id === 'menu') { if (!gone) speak(button.textContent); }
    else if (button.id === 'attach') $('file').click();
    else if (button.id === 'commands') speak('/help');
    else if (button.id === 'start') speak('/start');
    else if (button.id === 'earlier') earlier();
    else if (button.id === 'down') toEnd();
  });
  $('composer').addEventListener('submit', (event) => { event.preventDefault(); submit(); text.focus(); });
  $('file').addEventListener('change', (event) => {
    attach(Array.from(event.target.files));
    event.target.value = '';
  });
  text.addEventListener('input', grow);
  text.addEventListener('keydown', (event) => {
    // While a Vietnamese or other input method is composing, Enter belongs to it.
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing && event.keyCode !== 229) {
      event.preventDefault();
      submit();
    }
  });
  talk.addEventListener('scroll', seen, { passive: true });
  // When the keyboard comes or the phone is turned.
  if (window.ResizeObserver) new ResizeObserver(() => { if (pinned) toEnd(); }).observe(talk);
  function speakIn(language) {
    lang = language;
    keep('language:' + base, lang);
    speakLanguage();
  }
  // The page and the bot speak one language: who chooses it here says so to the bot, too.
  $('language').addEventListener('change', (event) => {
    speakIn(event.target.value);
    speak('/language ' + lang);
  });
  window.addEventListener('online', () => { failures = 0; showState('connecting'); load(); flush(); });
  window.addEventListener('offline', () => showState('offline'));
  window.addEventListener('storage', () => { queue().forEach((item) => (item.text ? showPending(item) : 0)); markAll(); });
  let hiddenSince = 0;
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) { hiddenSince = Date.now(); return; }
    hiddenSince = 0;
    if (loaded && (!source || source.readyState === 2 || Date.now() - lastSign > 25000)) load();
    flush();
  });
  setInterval(() => {
    tick();
    if (!source || gone) return;
    // A page nobody looks at gives its connection back: browsers have six for one site.
    if (hiddenSince && Date.now() - hiddenSince > 300000) source.close();
    else if (loaded && !document.hidden && Date.now() - lastSign > SILENCE) { showState('connecting'); load(); }
  }, 5000);
  if (window.visualViewport) {
    // On iPhones the keyboard covers the page instead of making it smaller.
    visualViewport.addEventListener('resize', () => {
      if (visualViewport.scale > 1.05) return;
      document.body.style.height = visualViewport.height + 'px';
      window.scrollTo(0, 0);
    });
  }

  $('rehearsal').hidden = !setup.rehearsal;
  if (setup.back) {
    $('back').href = setup.back;
    $('back').hidden = false;
  }
  if (setup.examples.length) {
    // Somebody invited is none of them, and must not seem to be the first.
    if (!setup.examples.some((example) => example.token === setup.me)) $('who').appendChild(el('option', '', say('me'))).value = setup.me;
    setup.examples.forEach((example) => {
      // By the last word of the name, as one calls a Vietnamese person; the whole would not fit.
      const option = $('who').appendChild(el('option', '', example.name.trim().split(' ').pop()));
      option.value = example.token;
      option.selected = example.token === setup.me;
      option.title = example.role;
    });
    $('who').hidden = false;
    $('who').addEventListener('change', (event) => { location.href = encodeURIComponent(event.target.value); });
  }
  text.value = kept('draft:' + base);
  speakLanguage();
  load();
})();
