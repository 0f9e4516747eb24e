'use strict';

/* UUIDs (RFC 9562). The browser's own hashes are not there on a page without TLS. */

function uuidOf(bytes, version) {
  bytes[6] = (bytes[6] & 15) | (version << 4);
  bytes[8] = (bytes[8] & 63) | 128;
  const hex = Array.from(bytes, function (byte) {
    return ('0' + byte.toString(16)).slice(-2);
  });
  return hex.join('').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*/, '$1-$2-$3-$4-$5');
}

/** Version 4. */
function randomUuid() {
  return uuidOf(crypto.getRandomValues(new Uint8Array(16)), 4);
}

/** Version 5 without a namespace: `name` begins with what no other has. */
function namedUuid(name) {
  return uuidOf(sha1(unescape(encodeURIComponent(name))), 5);
}

function turned(word, bits) {
  return (word << bits) | (word >>> (32 - bits));
}

/** FIPS 180-4, 6.1, of a string of bytes. */
function sha1(bytes) {
  const length = (((bytes.length + 8) >> 6) + 1) * 16;
  const words = new Int32Array(length);
  for (let at = 0; at < bytes.length; at += 1) {
    words[at >> 2] |= bytes.charCodeAt(at) << (24 - (at % 4) * 8);
  }
  words[bytes.length >> 2] |= 128 << (24 - (bytes.length % 4) * 8);
  words[length - 1] = bytes.length * 8;
  const hash = new Int32Array([0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0]);
  for (let block = 0; block < length; block += 16) {
    mix(hash, words.subarray(block, block + 16));
  }
  const out = new Uint8Array(20);
  out.forEach(function (unused, at) {
    out[at] = hash[at >> 2] >>> (24 - (at % 4) * 8);
  });
  return out;
}

function mix(hash, block) {
  const w = new Int32Array(80);
  let [a, b, c, d, e] = hash;
  for (let t = 0; t < 80; t += 1) {
    w[t] = t < 16 ? block[t] : turned(w[t - 3] ^ w[t - 8] ^ w[t - 14] ^ w[t - 16], 1);
    const step = [
      [(b & c) | (~b & d), 0x5a827999],
      [b ^ c ^ d, 0x6ed9eba1],
      [(b & c) | (b & d) | (c & d), 0x8f1bbcdc],
      [b ^ c ^ d, 0xca62c1d6]
    ][Math.floor(t / 20)];
    const next = (turned(a, 5) + step[0] + e + step[1] + w[t]) | 0;
    [a, b, c, d, e] = [next, a, turned(b, 30), c, d];
  }
  [a, b, c, d, e].forEach(function (word, at) {
    hash[at] += word;
  });
}
