namespace Scraper.Core.Labelling;

/// <summary>
/// The columns of the feature table. The first word of a name is its group, by which the ablation table is made.
/// Shares are 0–1, counts and lengths are log2(1 + n), odds are natural logarithms; -1 stands for "does not apply".
/// </summary>
internal enum Feature : short
{
    // The block's own text.
    TextLength, TextWords, TextSentences, TextWordsPerSentence, TextWordLength, TextStopWords, TextDigits, TextUpper, TextCapitalised,
    TextCommas, TextQuotes, TextSeparators, TextEnd, TextStart, TextYear, TextTime, TextAt, TextCopyright, TextCurrency, TextAddress,
    TextSpaceless, TextLines, TextTabs, TextLinkDensity, TextLinks, TextLinkLength, TextStrong, TextEmphasis, TextIsOneLink, TextLabelLink,

    // Its words, as learnt.
    WordMean, WordMin, WordMax, WordPhrase, WordOpening, WordShopMean, WordShopPhrase,

    // Tags above it.
    TagKind, TagLevel, TagLeaf, TagHolder, TagDepth, TagNav, TagHeader, TagFooter, TagAside, TagArticle, TagMain, TagSection, TagForm, TagFigure,
    TagList, TagTable, TagQuote, TagDetails, TagDialog, TagButton, TagLabel, TagAddress, TagHidden, TagAriaHidden, TagTime, TagInline,
    TagArticleDistance, TagMainDistance, TagArticleShare, TagMainShare, TagArticleCount, TagSwitchedOff,

    // Class, id, role and data attributes, as learnt.
    ClassOwn, ClassOwnMin, ClassOwnMax, ClassParent, ClassGrandparent, ClassPathMin, ClassPathMax, ClassPathSum, ClassPathMean, ClassPathNearest,
    ClassShopOwn, ClassShopMin, ClassShopMax, ClassShopSum, ClassShopNearest,

    // Neighbours.
    NearLength1, NearLength2, NearLength3, NearLengthP1, NearLengthP2, NearLengthP3, NearLink1, NearLink2, NearLinkP1, NearLinkP2,
    NearKind1, NearKind2, NearKindP1, NearKindP2, NearStop1, NearStopP1, NearSentences1, NearSentencesP1, NearWord1, NearWordP1, NearClass1, NearClassP1,
    NearSameBox1, NearSameBoxP1, NearHeadingDistance, NearHeadingLevel, NearHeadingWord, NearHeadingPhrase, NearHeadingLength, NearHeadingTagged, NearHeadingShopWord, NearHeadingShopPhrase,
    NearGoodBefore, NearGoodAfter, NearGoodWindow, NearLinkWindow, NearNextHeading, NearMediaBefore,

    // Place on the page.
    PlaceIndex, PlaceText, PlaceGood, PlaceFromH1, PlaceFromTitle, PlaceFromFirstGood, PlaceToLastGood, PlaceInMain, PlaceFromMainStart, PlaceFromMainEnd, PlaceMainText,

    // Containers around it.
    BoxShare0, BoxShare1, BoxShare2, BoxShare3, BoxShare4, BoxText0, BoxText1, BoxText2, BoxText3, BoxLink0, BoxLink1, BoxLink2, BoxLink3, BoxLink4,
    BoxBlocks1, BoxBlocks2, BoxBlocks3, BoxUpToFifth, BoxUpToHalf, BoxUpToMost, BoxFifthLink, BoxHalfLink, BoxHalfBlocks,
    BoxAlike0, BoxAlike1, BoxAlike2, BoxAlike3, BoxAlikeText, BoxAlikeGood, BoxAlikeLink, BoxAlikeLevel, BoxAlikeMany, BoxPlace0, BoxPlace1, BoxPlace2,
    BoxMedia1, BoxMedia2, BoxControls1, BoxControls2, BoxHeadings1, BoxHeadings2, BoxItems1, BoxItems2,

    // Said elsewhere.
    CopyCount, CopyBefore, CopyIsTitle, CopyTitleShare, CopyShareOfTitle, CopyDescription, CopyOfDescription, CopyBody, CopyAuthor, CopyInLonger, CopySite, CopyWordsLater, CopyPairsLater,

    // What the page's data says.
    DataHasBody, DataBodyShare, DataTypeArticle, DataTypeOther, DataOpenGraphArticle, DataHasDate, DataHasAuthor,

    // The page as a whole.
    PageBlocks, PageText, PageGood, PageGoodBlocks, PageLinkDensity, PageMainShare, PageMainBlocks, PageMainLink, PageArticles, PageHeadings, PageH1, PageItems,
    PageTables, PageControls, PageMedia, PageLongest, PageMeanGood, PageSpaceless, PageAlike, PageAlikeText, PageDates, PageCurrency, PagePathDepth, PagePathWords, PagePathDigits,
    PageKindArticle, PageKindForum, PageKindProduct, PageKindDocumentation, PageKindListing, PageKindCollection, PageKindService,

    // What the first stage thinks of it and its surroundings (second stage only).
    ScoreOwn, ScoreBefore1, ScoreBefore2, ScoreBefore3, ScoreAfter1, ScoreAfter2, ScoreAfter3, ScoreWindow3, ScoreWindow8, ScoreWindow20,
    ScoreBox0, ScoreBox1, ScoreBox2, ScoreBox3, ScoreBox4, ScoreAlike, ScoreSection, ScoreSectionHeading, ScorePage, ScorePageShare, ScoreRank,
    ScoreMassBefore, ScoreMassAfter, ScoreWordsBefore, ScoreWordsAfter, ScoreLastStrong, ScoreNextStrong, ScoreBestBox, ScoreInBestBox, ScoreSameTag, ScoreSameClass, ScoreLead, ScoreTail,
}
