// `tirkeu/element` where it is required: on a server and in tests of a portal's own components. There is no element there; what stands
// inside the tag stays, as it does in a page without script.
