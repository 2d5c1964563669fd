// zlib's inflate, for zipped dumps.
#include <zlib.h>
