// Serves a folder as small programs do: node server.js <port> <site> <public folder> <mark> <reading>
const http = require('http');
const fs = require('fs');
const path = require('path');

const [port, site, publicFolder, mark, reading] = process.argv.slice(2);

const readings = {
  'decoded once': target => decodeURIComponent(target.split('?')[0]),
  'decoded twice': target => decodeURIComponent(decodeURIComponent(target.split('?')[0])),
  'parameters cut, backslashes turned': target => decodeURIComponent(target.split('?')[0]).split('/').map(part => part.split(';')[0]).join('/').replace(/\\/g, '/'),
  'WHATWG URL': target => decodeURIComponent(new URL(target, 'http://localhost').pathname),
  'legacy URL': target => decodeURIComponent(require('url').parse(target).pathname),
  'whole target': target => decodeURIComponent(target),
  'latin1 bytes': target => Buffer.from(decodeURIComponent(target.split('?')[0]), 'latin1').toString('latin1'),
  'lower case': target => decodeURIComponent(target.split('?')[0]).toLowerCase(),
};

http.createServer({ maxHeaderSize: 65536 }, (request, response) => {
  let file;
  try {
    file = path.join(site, readings[reading](request.url));
  } catch {
    response.writeHead(400).end();
    return;
  }

  // A reading that keeps the query makes names such as "public?x", which are nobody's files.
  const isPublic = file === publicFolder || file.startsWith(publicFolder + path.sep) || file.startsWith(publicFolder + '?');
  let content;
  try {
    content = fs.readFileSync(file);
  } catch {
    // Missing, a folder, or no name for a file.
    response.writeHead(404).end(isPublic ? 'PUBLIC' : mark);
    return;
  }

  response.writeHead(200).end(content);
}).listen(Number(port), '127.0.0.1');
