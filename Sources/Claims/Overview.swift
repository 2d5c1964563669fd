// Claims: what geometry says of the figures in a text.
//
// A claim comes with its words, its places and its figure; the checker measures on the ellipsoid and answers
// consistent, inconsistent or cannot tell. The tolerance is the rounding of the figure and the size of the places.
