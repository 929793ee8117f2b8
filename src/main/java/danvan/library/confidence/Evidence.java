package danvan.library.confidence;

/**
 * What speaks for a passage answering a question, and what against it. Shares lie between 0 and 1; sums are of words, a
 * word found nowhere counting 1 and a commoner one less. "The others" are those that the same search ranked.
 *
 * @param attained its score over the greatest the question could reach
 * @param aheadOfThird one minus the score of the third over its own, 0 when it is not ahead
 * @param aheadOfFifth the same for the fifth
 * @param inOneSentence the share of the question's telling words that its title and one of its sentences hold
 * @param neighbours the share of the question's neighbouring words, question words too, that are neighbours in it
 * @param tellsApart the sum of the words it holds, each by the share of the others that do not
 * @param lacks the sum of the words it lacks, each by the same share: what none of the others hold counts whole
 * @param lacksNames the sum of the names and numbers it lacks
 * @param rarestLacking the rarest word it lacks
 * @param aheadOfSecond one minus the score of the next over its own; below 0 where another one stands ahead
 * @param canAnswer as inOneSentence, of sentences that hold what kind of thing the question asks for
 * @param mayAnswer false where a sum of money or a day is asked for and the passage holds none
 * @param held the share of the telling words that the passage holds anywhere, its document's name included
 * @param likeHeading how like its heading the question is
 * @param meaning how much it lacks to be as near in meaning as can be, from -1 to 0; 0 without a model
 * @param closeness how near it is in meaning, from 0 to 1; 0 without a model
 */
public record Evidence(
        double attained,
        double aheadOfThird,
        double aheadOfFifth,
        double inOneSentence,
        double neighbours,
        double tellsApart,
        double lacks,
        double lacksNames,
        double rarestLacking,
        double aheadOfSecond,
        double canAnswer,
        boolean mayAnswer,
        double held,
        double likeHeading,
        double meaning,
        double closeness) {}
