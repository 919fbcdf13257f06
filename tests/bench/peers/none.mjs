// In the place of our module, where another contender is measured.

export default undefined;
