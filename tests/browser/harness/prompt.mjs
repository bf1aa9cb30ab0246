// Firefox sends its driver a second message only when the first is acknowledged (Nagle's algorithm), and the system
// puts off an acknowledgement by 40 ms for something to send it with. A frame that nobody reads is that something: a
// click takes half the time.
import { subscribe } from 'node:diagnostics_channel'

/** An empty pong by RFC 6455, 5.5.3. Firefox takes a mask of zeros for none, and closes. */
const PONG = new Uint8Array([0x8a, 0x80, 1, 2, 3, 4])

/** Acknowledges at once what comes from a WebSocket that is opened from now on. */
export function acknowledgeAtOnce() {
  subscribe('net.client.socket', event => {
    const { socket } = /** @type {{socket: import('node:net').Socket}} */ (event)
    let opened = false
    socket.on('data', data => {
      if (opened) socket.write(PONG)
      else opened = data.toString('latin1', 0, 12) === 'HTTP/1.1 101'
    })
  })
}
