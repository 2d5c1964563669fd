#include <libxml/xmlversion.h>
// Debian's libxml2 shows ICU's headers, which contradict those inside Foundation: a module that sees both does not
// compile. Only the tail of a structure that the library itself allocates depends on them.
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/encoding.h>
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>
