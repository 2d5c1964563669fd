// Only GEOS's reentrant functions, those that end in _r.
#define GEOS_USE_ONLY_R_API 1
#include <geos_c.h>
