// node server.js <port> <reading>: serves files, and reads targets in one of the ways that programs are written in.
'use strict';
const fs = require('fs');
const http = require('http');
const path = require('path');

const [port, reading] = process.argv.slice(2);
const { UPSTREAM_FOLDER: folder, UPSTREAM_ROOT: root, UPSTREAM_PUBLIC_TEXT: publicText, UPSTREAM_PRIVATE_TEXT: privateText } = process.env;
const publicFolder = path.join(root, 'api', 'public');

function decodeWhatCanBeDecoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return unescape(text);
  }
}

const readings = {
  'parsed URL': target => path.join(root, decodeURIComponent(new URL(target, 'http://localhost').pathname)),
  // Written in a minute: the query is not even cut off.
  'joined target': target => path.join(root, decodeWhatCanBeDecoded(target)),
  'decoded twice': target => path.join(root, decodeWhatCanBeDecoded(decodeWhatCanBeDecoded(target.split('?')[0]))),
  'parameters cut, backslashes turned': target => path.join(root, decodeWhatCanBeDecoded(target.split('?')[0]).replace(/\\/g, '/').replace(/;[^/]*/g, '')),
  'characters cut to bytes': target => path.join(root, Buffer.from(decodeWhatCanBeDecoded(target.split('?')[0]), 'latin1').toString('latin1')),
};

function isIn(parent, file) {
  return file === parent || file.startsWith(parent + '/');
}

function answer(target) {
  let file;
  try {
    file = readings[reading](target);
  } catch {
    return [400, 'The target cannot be read.'];
  }

  for (const candidate of [file, path.join(file, 'index.html')]) {
    try {
      if (isIn(folder, candidate)) {
        return [200, fs.readFileSync(candidate)];
      }
    } catch {
      // No such file.
    }
  }

  return [404, isIn(publicFolder, file) ? publicText : privateText];
}

http.createServer((request, response) => {
  const [status, body] = answer(request.url);
  response.writeHead(status, { 'content-type': 'text/plain' });
  response.end(body);
}).listen(Number(port), '127.0.0.1');
