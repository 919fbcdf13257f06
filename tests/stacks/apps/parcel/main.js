import "../../portal/main.js";
