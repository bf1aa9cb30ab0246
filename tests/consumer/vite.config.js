import { resolve } from 'node:path'

export default {
  base: './',
  build: {
    // what a policy without `data:` allows
    assetsInlineLimit: 0,
    rollupOptions: { input: ['index.html', 'slim.html'].map(name => resolve(import.meta.dirname, name)) },
  },
}
