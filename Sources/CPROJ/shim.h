// Karney's geodesics alone: they need no PROJ context and no data files.
#include <geodesic.h>
