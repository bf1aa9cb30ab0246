// Own statements, in the shape of the 8values family.
const questions = [
    {
        question: "Hedges should be straight.",
        effect: { order: 10, shade: 0, work: -5 },
    },
    {
        question: 'It\'s fine when weeds grow.',
        effect: { order: -10, work: 2.5, },
    },
    {
        "question": "Trees come before beds.",
        "effect": { "order": 0, "shade": 15, "work": -1 }
    },
    {
        question: "A lawn is mown weekly.",
        effect: { order: 5, shade: -5, work: 10 },
        short: "mow",
    },
    { effect: { order: 1 } },
    {
        question: "A bench belongs under a tree.",
        effect: { shade: "much" },
    }, /* the end */
];

ideologies = [
    { name: "Parkland", stats: { order: 90, shade: 10 } },
];
