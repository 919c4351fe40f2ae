// Sizes, places and habits of WorkbenchStyle.
#include <QtGui/QPainterPath>
#include <QtGui/QRegion>
#include <QtWidgets/QStyleOption>
#include <QtWidgets/QTabBar>
#include <QtWidgets/QTableView>

#include <algorithm>

#include "views/theme/Fonts.h"
#include "views/theme/Icons.h"
#include "views/theme/Metrics.h"
#include "views/theme/Theme.h"
#include "views/theme/ThemeSource.h"
#include "views/theme/WorkbenchStyle.h"

namespace horo::views {

int WorkbenchStyle::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const {
    switch (metric) {
        case PM_DockWidgetSeparatorExtent:
        case PM_SplitterWidth:
        case PM_ToolBarFrameWidth:
        case PM_DefaultFrameWidth:
            return 1;
        case PM_DockWidgetFrameWidth:

        case PM_MenuPanelWidth:
        case PM_MenuHMargin:
        case PM_MenuBarPanelWidth:
        case PM_MenuBarVMargin:
        case PM_MenuBarItemSpacing:
        case PM_ToolBarItemMargin:
        case PM_TabBarTabShiftVertical:
        case PM_TabBarTabShiftHorizontal:
        case PM_TabBarBaseOverlap:
        case PM_TabBarTabOverlap:
        case PM_ButtonShiftHorizontal:
        case PM_ButtonShiftVertical:

        case PM_FocusFrameVMargin:
        case PM_ScrollView_ScrollBarSpacing:
            return 0;
        case PM_FocusFrameHMargin:  // also the padding of cells, on both sides of icon and text
            return qobject_cast<const QTableView*>(widget) ? 7 : 3;
        case PM_HeaderDefaultSectionSizeVertical:
            return metrics::rowHeight;
        case PM_DockWidgetTitleMargin:
            return 8;
        case PM_DockWidgetTitleBarButtonMargin:
        case PM_MenuVMargin:
        case PM_ToolBarItemSpacing:
            return 4;
        case PM_MenuBarHMargin:
            return 6;
        case PM_ScrollBarExtent:
            return 10;
        case PM_ScrollBarSliderMin:
            return 28;
        case PM_SmallIconSize:
        case PM_ToolBarIconSize:
        case PM_ButtonIconSize:
        case PM_TabBarIconSize:
            return metrics::iconSize;
        case PM_ListViewIconSize:
            return metrics::smallIconSize;
        case PM_TreeViewIndentation:
            return 14;
        case PM_HeaderMargin:
            return 6;
        case PM_HeaderMarkSize:
            return metrics::chevronSize;
        case PM_IndicatorWidth:
        case PM_IndicatorHeight:
        case PM_ExclusiveIndicatorWidth:
        case PM_ExclusiveIndicatorHeight:
            return metrics::smallIconSize;
        case PM_CheckBoxLabelSpacing:
        case PM_RadioButtonLabelSpacing:
            return metrics::controlGap;
        case PM_SliderThickness:
        case PM_SliderControlThickness:
        case PM_SliderLength:
            return 16;
        case PM_LayoutLeftMargin:
        case PM_LayoutRightMargin:
        case PM_LayoutTopMargin:
        case PM_LayoutBottomMargin:
            return metrics::panelPadding;
        case PM_LayoutHorizontalSpacing:
        case PM_LayoutVerticalSpacing:
            return metrics::controlGap;
        case PM_TabBarTabHSpace:
            return 24;
        case PM_TabBarTabVSpace:
            return 12;
        default:
            return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int WorkbenchStyle::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                              QStyleHintReturn* result) const {
    switch (hint) {
        case SH_Menu_Mask:
        case SH_ToolTip_Mask:
            if (auto* mask = qstyleoption_cast<QStyleHintReturnMask*>(result)) {
                // A popup has square corners unless they are cut off; the box is drawn antialiased inside.
                QPainterPath path;
                const double radius = hint == SH_Menu_Mask ? metrics::buttonRadius : 4;
                path.addRoundedRect(option->rect, radius, radius);
                mask->region = QRegion(path.toFillPolygon().toPolygon());
                return 1;
            }
            return 0;
        case SH_ItemView_ShowDecorationSelected:
        case SH_Menu_MouseTracking:
        case SH_MenuBar_MouseTracking:
        case SH_ComboBox_ListMouseTracking:
            return 1;
        case SH_Slider_AbsoluteSetButtons:
            return Qt::LeftButton;
        case SH_Menu_FlashTriggeredItem:
        case SH_ComboBox_Popup:
        case SH_EtchDisabledText:
        case SH_DitherDisabledText:
        case SH_DialogButtonBox_ButtonsHaveIcons:
        case SH_UnderlineShortcut:
        case SH_TitleBar_NoBorder:
            return 0;
        case SH_ComboBox_PopupFrameStyle:
            return QFrame::StyledPanel | QFrame::Plain;
        case SH_Widget_Animation_Duration:
            return ThemeSource::instance().duration(120);
        case SH_ToolTip_WakeUpDelay:
            return 500;
        case SH_ScrollBar_ContextMenu:
            return 0;
        case SH_Table_GridLineColor:
            return static_cast<int>(Theme::current().colour(Token::Line).rgba());
        case SH_TabBar_ElideMode:
            return Qt::ElideRight;
        case SH_FormLayoutLabelAlignment:
            return Qt::AlignLeft | Qt::AlignVCenter;
        case SH_FormLayoutFormAlignment:
            return Qt::AlignLeft | Qt::AlignTop;
        default:
            return QProxyStyle::styleHint(hint, option, widget, result);
    }
}

QSize WorkbenchStyle::sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& contents,
                                       const QWidget* widget) const {
    const auto base = [&] { return QProxyStyle::sizeFromContents(type, option, contents, widget); };
    switch (type) {
        case CT_PushButton: {
            const auto* button = static_cast<const QStyleOptionButton*>(option);
            const QFontMetrics metrics(font(FontRole::Base, QFont::Medium));
            int width = metrics.size(Qt::TextShowMnemonic, button->text).width() + 24;
            if (!button->icon.isNull())
                width += metrics::smallIconSize + (button->text.isEmpty() ? 0 : metrics::controlGap);
            if (button->features & QStyleOptionButton::HasMenu) width += metrics::chevronSize + 4;
            return {width, metrics::buttonHeight};
        }
        case CT_ToolButton: {
            const auto* button = static_cast<const QStyleOptionToolButton*>(option);
            int width = metrics::hitSize;
            if (button->toolButtonStyle != Qt::ToolButtonIconOnly && !button->text.isEmpty()) {
                width = QFontMetrics(button->font).size(Qt::TextShowMnemonic, button->text).width() + 12;
                if (!button->icon.isNull() && button->toolButtonStyle != Qt::ToolButtonTextOnly)
                    width += button->iconSize.width() + 6;
                if (button->features & QStyleOptionToolButton::HasMenu) width += 18;
            }
            return {std::max(width, metrics::hitSize), metrics::hitSize};
        }
        case CT_LineEdit:
        case CT_SpinBox:
            return {contents.width() + 18, metrics::fieldHeight};
        case CT_ComboBox: {
            const auto* box = static_cast<const QStyleOptionComboBox*>(option);
            return {contents.width() + 38 + (box->currentIcon.isNull() ? 0 : 4), metrics::fieldHeight};
        }
        case CT_MenuItem: {
            const auto* item = static_cast<const QStyleOptionMenuItem*>(option);
            if (item->menuItemType == QStyleOptionMenuItem::Separator)
                return {contents.width(), item->text.isEmpty() ? 9 : metrics::rowHeight};
            const QStringList texts = item->text.split(QLatin1Char('\t'));
            const QFontMetrics metrics(item->font);
            int width = 32 + metrics.size(Qt::TextShowMnemonic, texts.first()).width() + 24;
            if (texts.size() > 1) width += 24 + item->reservedShortcutWidth;
            return {std::max(width, 160), 26};
        }
        case CT_MenuBarItem:
            return {contents.width() + 20, std::max(contents.height(), metrics::topBarHeight)};
        case CT_MenuBar:
            return {contents.width(), std::max(contents.height(), metrics::topBarHeight)};
        case CT_HeaderSection:
            return {base().width() + 12, 28};
        case CT_ItemViewItem: {
            const QSize size = base();
            return {size.width() + 8, std::max(size.height(), metrics::rowHeight)};
        }
        case CT_TabBarTab: {
            const QSize size = base();
            return {size.width() + 2, metrics::buttonHeight + (isPillTab(widget) ? 0 : 2)};
        }
        case CT_ProgressBar:
            return {contents.width(), 4};
        default:
            return base();
    }
}

bool WorkbenchStyle::isPillTab(const QWidget* widget) {
    const auto* bar = qobject_cast<const QTabBar*>(widget);
    return bar && !bar->drawBase();
}

QRect WorkbenchStyle::subControlRect(ComplexControl control, const QStyleOptionComplex* option,
                                     SubControl part, const QWidget* widget) const {
    const QRect& rect = option->rect;
    if (control == CC_ScrollBar) {
        // No arrows: the groove is the whole bar.
        const auto* bar = static_cast<const QStyleOptionSlider*>(option);
        const bool across = bar->orientation == Qt::Horizontal;
        const int length = across ? rect.width() : rect.height();
        const qint64 range = qint64(bar->maximum) - bar->minimum;
        int size = length;
        if (range > 0) {
            size = static_cast<int>(qint64(bar->pageStep) * length / (range + bar->pageStep));
            size = std::clamp(
                size, std::min(proxy()->pixelMetric(PM_ScrollBarSliderMin, option, widget), length), length);
        }
        const int start = sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition,
                                                  length - size, bar->upsideDown);
        const auto piece = [&](int from, int to) {
            return visualRect(bar->direction, rect,
                              across ? QRect(rect.left() + from, rect.top(), to - from, rect.height())
                                     : QRect(rect.left(), rect.top() + from, rect.width(), to - from));
        };
        switch (part) {
            case SC_ScrollBarSlider:
                return piece(start, start + size);
            case SC_ScrollBarGroove:
                return rect;
            case SC_ScrollBarSubPage:
                return piece(0, start);
            case SC_ScrollBarAddPage:
                return piece(start + size, length);
            default:
                return {};
        }
    }
    if (control == CC_ComboBox && part == SC_ComboBoxEditField) return rect.adjusted(6, 1, -26, -1);
    if (control == CC_ComboBox && part == SC_ComboBoxArrow)
        return QRect(rect.right() - 25, rect.top(), 26, rect.height());
    if (control == CC_ComboBox && part == SC_ComboBoxListBoxPopup) return rect.adjusted(0, 0, 0, 2);
    if (control == CC_SpinBox) {
        const auto* box = static_cast<const QStyleOptionSpinBox*>(option);
        const int arrows = box->buttonSymbols == QAbstractSpinBox::NoButtons ? 0 : 20;
        const int middle = rect.height() / 2;
        switch (part) {
            case SC_SpinBoxUp:
                return arrows ? QRect(rect.right() - arrows + 1, rect.top() + 1, arrows - 2, middle - 1)
                              : QRect();
            case SC_SpinBoxDown:
                return arrows ? QRect(rect.right() - arrows + 1, rect.top() + middle, arrows - 2, middle - 1)
                              : QRect();
            case SC_SpinBoxEditField:
                return rect.adjusted(6, 1, -arrows - 1, -1);
            default:
                return rect;
        }
    }
    return QProxyStyle::subControlRect(control, option, part, widget);
}

QRect WorkbenchStyle::subElementRect(SubElement element, const QStyleOption* option,
                                     const QWidget* widget) const {
    const QRect& rect = option->rect;
    switch (element) {
        case SE_LineEditContents:
            return QProxyStyle::subElementRect(element, option, widget).adjusted(5, 0, -5, 0);
        case SE_HeaderLabel:
            return rect.adjusted(8, 0, -8, 0);
        case SE_HeaderArrow:
            return QRect(rect.right() - 7 - metrics::chevronSize, rect.center().y() - 5, metrics::chevronSize,
                         metrics::chevronSize);
        case SE_DockWidgetTitleBarText:
            return QProxyStyle::subElementRect(element, option, widget)
                .adjusted(metrics::panelPadding - 2, 0, 0, 0);
        case SE_PushButtonContents:
            return rect;
        default:
            return QProxyStyle::subElementRect(element, option, widget);
    }
}

QIcon WorkbenchStyle::standardIcon(StandardPixmap which, const QStyleOption* option,
                                   const QWidget* widget) const {
    switch (which) {
        case SP_LineEditClearButton:
        case SP_TitleBarCloseButton:
        case SP_DockWidgetCloseButton:
        case SP_DialogCloseButton:
        case SP_TabCloseButton:
            return icon(QStringLiteral("close"));
        case SP_TitleBarNormalButton:
            return icon(QStringLiteral("float"));
        case SP_MessageBoxWarning:
            return icon(QStringLiteral("warning"), Token::Warn);
        case SP_MessageBoxCritical:
            return icon(QStringLiteral("error"), Token::Error);
        case SP_MessageBoxInformation:
        case SP_MessageBoxQuestion:
            return icon(QStringLiteral("info"), Token::Accent);
        case SP_DirIcon:
        case SP_DirClosedIcon:
        case SP_DirOpenIcon:
            return icon(QStringLiteral("folder"));
        case SP_FileIcon:
            return icon(QStringLiteral("file"));
        case SP_ToolBarHorizontalExtensionButton:
        case SP_ToolBarVerticalExtensionButton:
            return icon(QStringLiteral("more"));
        default:
            return QProxyStyle::standardIcon(which, option, widget);
    }
}

}  // namespace horo::views
