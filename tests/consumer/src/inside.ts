import 'tautline'
import definition from 'tautline/definition.json'
import 'tautline/themes/sober.css'
import { show } from './show'

show(definition)
