#include "app/HelpText.h"

#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextList>
#include <QTextTable>

#include "views/theme/Fonts.h"
#include "views/theme/Theme.h"

namespace horo::app {

using namespace views;

namespace {

bool isCode(const QTextBlock& block) {
    return block.blockFormat().hasProperty(QTextFormat::BlockCodeFence) ||
           block.blockFormat().nonBreakableLines();
}

QTextBlockFormat formatOf(const QTextBlock& block) {
    QTextBlockFormat format = block.blockFormat();
    format.setLineHeight(125, QTextBlockFormat::ProportionalHeight);
    if (format.headingLevel() > 0) {
        format.setTopMargin(format.headingLevel() == 1 ? 0 : 14);
        format.setBottomMargin(6);
    } else if (isCode(block)) {
        format.setNonBreakableLines(false);  // long commands wrap
        format.setBackground(colour(Token::Sunk));
        format.setBottomMargin(isCode(block.next()) ? 0 : 8);
    } else {
        format.setBottomMargin(block.textList() ? 3 : 8);
    }
    return format;
}

QTextCharFormat letters(FontRole role, Token token) {
    QTextCharFormat format;
    format.setFont(font(role));
    format.setForeground(colour(token));
    return format;
}

void setTable(QTextTable& table) {
    QTextTableFormat format = table.format();
    format.setBorder(1);
    format.setBorderStyle(QTextFrameFormat::BorderStyle_Solid);
    format.setBorderBrush(colour(Token::Line));
    format.setBorderCollapse(true);
    format.setCellPadding(4);
    format.setCellSpacing(0);
    format.setBottomMargin(8);
    table.setFormat(format);
}

}  // namespace

void setHelpText(QTextDocument& document) {
    document.setDefaultFont(font(FontRole::Base));
    QTextCursor cursor(&document);
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        cursor.setPosition(block.position());
        cursor.setBlockFormat(formatOf(block));
        const int heading = block.blockFormat().headingLevel();
        if (heading == 0 && !isCode(block)) continue;
        cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
        cursor.mergeCharFormat(heading == 0
                                   ? letters(FontRole::Mono, Token::T1)
                                   : letters(heading == 1 ? FontRole::Name : FontRole::Title, Token::T1));
    }
    for (QTextFrame* frame : document.rootFrame()->childFrames())
        if (auto* table = qobject_cast<QTextTable*>(frame)) setTable(*table);
}

}  // namespace horo::app
