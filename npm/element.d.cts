// Where `tirkeu/element` or `tirkeu/frame` is required there is no page: nothing is exported, and nothing happens.
export {};
