// `survey` stands above this line when it is served; see lib/site.mjs.
new Survey.Model(survey).render(document.getElementById('root'))
