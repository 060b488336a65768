// The parts of libxml2 that the XML reader, writer and validator use.
//
// libxml2 built with ICU declares ICU's types, which clash with Foundation's own ICU in debug builds:
// the macro is taken back before any other header is read.
#ifndef GANGMU_CLIBXML2_SHIM_H
#define GANGMU_CLIBXML2_SHIM_H

#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/relaxng.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlwriter.h>

/// `xmlFree` is a mutable global, which Swift 6 does not let through: call it here.
static inline void gangmu_xmlFree(void *pointer) { xmlFree(pointer); }

#endif
