// How help pages are set.
#pragma once

class QTextDocument;

namespace horo::app {

/// Spaces, sizes and colours of a document that was made from Markdown; to be called again for another theme.
void setHelpText(QTextDocument& document);

}  // namespace horo::app
